package org.mailstation.desktop.tray;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.flow.Timer;
import org.mailstation.desktop.way.Outlook;
import org.mailstation.desktop.way.Overview;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/**
 * Tells a person of changes, with the reason: not of what was so from the beginning, and never more
 * often than once a minute. All on the owner's thread.
 */
public final class News {

    static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Messenger messenger;
    private final Words words;
    private final Background background;
    private final Timer timer;
    private final InstantSource clock;
    private Instant last = Instant.MIN;
    private boolean waiting;
    private Overview known;
    private Overview latest;

    public News(
            Outlook outlook,
            Messenger messenger,
            Words words,
            Background background,
            Timer timer,
            InstantSource clock) {
        this.messenger = messenger;
        this.words = words;
        this.background = background;
        this.timer = timer;
        this.clock = clock;
        known = outlook.latest();
        latest = known;
        outlook.onNews(this::hear);
    }

    private void hear(Overview now) {
        latest = now;
        if (known.sighting() instanceof Sighting.NotYet && !now.silent()) {
            // the person has just opened the window and sees it there
            known = now;
            return;
        }
        if (!waiting) {
            Duration since =
                    last.equals(Instant.MIN) ? BETWEEN : Duration.between(last, clock.instant());
            if (since.compareTo(BETWEEN) >= 0) {
                tell();
            } else {
                waiting = true;
                timer.after(BETWEEN.minus(since), () -> background.later(this::late));
            }
        }
    }

    private void late() {
        waiting = false;
        tell();
    }

    /** What is as it was when it was told last, needs no second telling. */
    private void tell() {
        if (!latest.newsAfter(known)) {
            return;
        }
        known = latest;
        last = clock.instant();
        Health health = latest.health();
        String title = latest.silent() ? words.of("news.silent") : words.of("news", health);
        messenger.tell(health, title, latest.sentence(words));
    }
}

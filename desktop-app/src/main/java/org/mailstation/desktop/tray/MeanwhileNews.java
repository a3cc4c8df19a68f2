package org.mailstation.desktop.tray;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.Trouble;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.Meanwhile;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** Tells a person who comes back what happened in the meantime, in one message. */
public final class MeanwhileNews {

    /** A message of a desktop shows a few lines; the window has them all. */
    static final int MOST = 4;

    private final Messenger messenger;
    private final Words words;
    private final InstantSource clock;

    public MeanwhileNews(
            Meanwhile meanwhile,
            Messenger messenger,
            Words words,
            Background background,
            InstantSource clock) {
        this.messenger = messenger;
        this.words = words;
        this.clock = clock;
        meanwhile.onTale(tale -> background.later(() -> tell(tale)));
    }

    private void tell(Meanwhile.Tale tale) {
        List<String> lines = new ArrayList<>();
        tale.begun().forEach(one -> lines.add(begun(one)));
        tale.over().forEach(one -> lines.add(over(one)));
        int more = lines.size() - MOST;
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MOST, lines.size())));
        if (more > 0) {
            shown.add(words.of("meanwhile.more", more));
        }
        messenger.tell(health(tale), words.of("meanwhile"), String.join("\n", shown));
    }

    private static Health health(Meanwhile.Tale tale) {
        return tale.begun().stream()
                .map(one -> one.health() == null ? Health.ATTENTION : one.health())
                .max(Health.BY_GRAVITY)
                .orElse(Health.FINE);
    }

    private String begun(Trouble one) {
        String sentence = words.of(one.sentence());
        return one.since() == null
                ? sentence
                : words.of("meanwhile.now", time(one.since()), sentence);
    }

    private String over(Trouble one) {
        String sentence = words.of(one.sentence());
        return one.since() == null || one.until() == null
                ? words.of("meanwhile.over.plain", sentence)
                : words.of("meanwhile.over", time(one.since()), time(one.until()), sentence);
    }

    /** Of what was within a day the hour is enough. */
    private String time(Instant at) {
        boolean lately = Duration.between(at, clock.instant()).compareTo(Duration.ofHours(24)) < 0;
        return lately ? words.hour(at) : words.moment(at);
    }
}

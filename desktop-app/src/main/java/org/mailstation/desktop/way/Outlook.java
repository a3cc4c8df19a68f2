package org.mailstation.desktop.way;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mailstation.desktop.flow.Audience;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.Checkup;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/**
 * Keeps the overview current, for window and tray, which must say the same. All on the owner's
 * thread.
 */
public final class Outlook implements Prospect {

    private final Checkup checkup;
    private final Audience<Overview> audience = new Audience<>(this::latest);
    private final List<Consumer<Overview>> news = new ArrayList<>();
    private Sighting sighting;
    private Overview latest;
    private Overview told;

    public Outlook(StatusWatch watch, Checkup checkup, Background background) {
        this.checkup = checkup;
        sighting = watch.latest();
        latest = Overview.of(checkup.view().report(), sighting);
        told = latest;
        watch.onLook(now -> background.later(() -> saw(now)));
        checkup.listen(_ -> update());
    }

    private void saw(Sighting now) {
        sighting = now;
        update();
    }

    private void update() {
        Overview now = Overview.of(checkup.view().report(), sighting);
        latest = now;
        audience.tell();
        if (now.newsAfter(told)) {
            told = now;
            news.forEach(listener -> listener.accept(now));
        }
    }

    public Overview latest() {
        return latest;
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<Overview> listener) {
        audience.join(listener);
    }

    /** Called only with what a person needs to be told. */
    public void onNews(Consumer<Overview> listener) {
        news.add(listener);
    }

    @Override
    public Health health() {
        return latest.health();
    }

    @Override
    public String sentence(Words words) {
        return latest.sentence(words);
    }

    @Override
    public void onNews(Runnable listener) {
        news.add(_ -> listener.run());
    }
}

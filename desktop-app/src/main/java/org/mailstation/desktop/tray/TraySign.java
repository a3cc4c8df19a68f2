package org.mailstation.desktop.tray;

import java.util.concurrent.Executor;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.flow.StatusSentence;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.words.Words;

/** Keeps the sign as the station is: told once at the beginning, then only of what is new. */
public final class TraySign implements AutoCloseable {

    private final TrayPort port;
    private final Words words;

    /**
     * @param thread where the port's methods belong
     */
    public TraySign(TrayPort port, StatusWatch watch, Words words, Executor thread) {
        this.port = port;
        this.words = words;
        show(watch.latest());
        watch.onNews(sighting -> thread.execute(() -> show(sighting)));
    }

    private void show(Sighting sighting) {
        port.show(sighting.health(), StatusSentence.of(sighting, words));
    }

    @Override
    public void close() {
        port.close();
    }
}

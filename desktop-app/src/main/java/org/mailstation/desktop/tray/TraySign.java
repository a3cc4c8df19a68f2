package org.mailstation.desktop.tray;

import org.mailstation.desktop.way.Prospect;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** Keeps the sign as the station is: told once at the beginning, then only of what is new. */
public final class TraySign implements AutoCloseable {

    private final TrayPort port;
    private final Prospect prospect;
    private final Words words;
    private boolean paused;

    public TraySign(TrayPort port, Prospect prospect, Words words) {
        this.port = port;
        this.prospect = prospect;
        this.words = words;
        show();
        prospect.onNews(this::show);
    }

    /** Whether anybody watches: what nobody watches is not said to be well. */
    public void paused(boolean now) {
        paused = now;
        port.paused(now);
        show();
    }

    private void show() {
        if (paused) {
            port.show(Health.UNKNOWN, words.of("tray.paused"));
        } else {
            port.show(prospect.health(), prospect.sentence(words));
        }
    }

    @Override
    public void close() {
        port.close();
    }
}

package org.mailstation.desktop.tray;

import org.mailstation.desktop.way.Outlook;
import org.mailstation.desktop.way.Overview;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** Keeps the sign as the station is: told once at the beginning, then only of what is new. */
public final class TraySign implements AutoCloseable {

    private final TrayPort port;
    private final Outlook outlook;
    private final Words words;
    private boolean paused;

    public TraySign(TrayPort port, Outlook outlook, Words words) {
        this.port = port;
        this.outlook = outlook;
        this.words = words;
        show(outlook.latest());
        outlook.onNews(this::show);
    }

    /** Whether anybody watches: what nobody watches is not said to be well. */
    public void paused(boolean now) {
        paused = now;
        port.paused(now);
        show(outlook.latest());
    }

    private void show(Overview overview) {
        if (paused) {
            port.show(Health.UNKNOWN, words.of("tray.paused"));
        } else {
            port.show(overview.health(), overview.sentence(words));
        }
    }

    @Override
    public void close() {
        port.close();
    }
}

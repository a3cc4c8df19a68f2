package org.mailstation.desktop.fake;

import java.io.IOException;
import org.mailstation.desktop.autostart.Autostart;

/** A computer that starts programs, or refuses to. */
public final class FakeAutostart implements Autostart {
    public volatile boolean on;
    public volatile boolean refuses;

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void turn(boolean wanted) throws IOException {
        if (refuses) {
            throw new IOException("read-only file system");
        }
        on = wanted;
    }
}

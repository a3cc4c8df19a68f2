package org.mailstation.desktop.ssh;

import java.io.Closeable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what is no longer of use. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Whatever was to be said over it has been said; a farewell that does not get through
            // changes nothing.
            LOG.debug("closing", e);
        }
    }
}

package org.mailstation.daemon.queue;

import java.io.IOException;

/** An entry whose files can be read but make no sense. */
final class DamagedEntry extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedEntry(String message) {
        super(message);
    }

    DamagedEntry(String message, Exception cause) {
        super(message, cause);
    }
}

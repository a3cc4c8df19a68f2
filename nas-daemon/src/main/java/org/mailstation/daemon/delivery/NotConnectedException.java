package org.mailstation.daemon.delivery;

import java.io.IOException;

/** Not even a connection came about, so that it may be the line's fault. */
final class NotConnectedException extends IOException {
    private static final long serialVersionUID = 1L;

    NotConnectedException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}

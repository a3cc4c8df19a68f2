package org.mailstation.control;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The connection ended before the answer came. Whether the request was carried out is not known.
 */
public final class ConnectionClosedException extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectionClosedException(@Nullable Throwable cause) {
        super("the connection to the station ended", cause);
    }
}

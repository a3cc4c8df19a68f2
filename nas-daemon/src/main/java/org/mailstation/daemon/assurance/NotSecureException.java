package org.mailstation.daemon.assurance;

import java.io.IOException;

/** A server cannot show what its own domain demands of it. The letter waits. */
public final class NotSecureException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param words technical ones, in printable ASCII
     */
    public NotSecureException(String words) {
        super(words);
    }

    public NotSecureException(String words, Throwable cause) {
        super(words, cause);
    }
}

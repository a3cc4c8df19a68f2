package org.mailstation.daemon.mail.imap;

import java.nio.charset.CharacterCodingException;

/** Errors of Java's that a client's words have made, and nothing that is wrong with the station. */
final class Unreadable {
    private Unreadable() {}

    /**
     * Whether it is a search within a search within a search …, or a name that is no modified UTF-7
     * (RFC 3501 5.1.3), of which James makes an {@code Error}.
     */
    static boolean made(Throwable error) {
        return error instanceof StackOverflowError
                || error instanceof Error && error.getCause() instanceof CharacterCodingException;
    }
}

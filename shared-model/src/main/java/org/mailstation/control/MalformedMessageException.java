package org.mailstation.control;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What came is not a message of this conversation. The connection cannot go on, because nobody
 * knows where the next message begins.
 */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

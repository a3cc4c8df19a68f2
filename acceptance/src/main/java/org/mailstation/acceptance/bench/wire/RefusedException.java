package org.mailstation.acceptance.bench.wire;

import java.io.IOException;

/** The server said no to something that it must do in a benchmark. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String asked, String answer) {
        super(asked + ": " + answer);
    }
}

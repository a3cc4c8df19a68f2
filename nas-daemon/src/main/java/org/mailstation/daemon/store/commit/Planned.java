package org.mailstation.daemon.store.commit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An operation with its staged changes and the answer its caller will get. */
record Planned<T>(Ticket<T> ticket, Staging staging, @Nullable T answer) {
    void succeeded() {
        ticket.succeed(answer);
    }

    void failed(Throwable cause) {
        for (Staging.FileWork work : staging.undo()) {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                cause.addSuppressed(e); // the next start finds and removes what is left
            }
        }
        ticket.fail(cause);
    }
}

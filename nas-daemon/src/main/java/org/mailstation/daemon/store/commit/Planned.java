package org.mailstation.daemon.store.commit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation with its staged changes and the answer its caller will get. */
record Planned<T>(Ticket<T> ticket, Staging staging, @Nullable T answer) {
    private static final Logger LOG = LoggerFactory.getLogger(Planned.class);

    void succeeded() {
        for (Staging.FileWork work : staging.afterwards()) {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "A file that is no longer needed could not be removed; the next start will try again",
                        e);
            }
        }
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

package org.mailstation.daemon.mail;

import java.time.Instant;
import java.util.List;
import org.mailstation.control.ProcessStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.control.StationStatus;

/** A status for tests that need some. */
final class Statuses {
    private Statuses() {}

    static StationStatus any() {
        return new StationStatus(
                "1.2.3",
                Instant.EPOCH,
                1,
                "mail.home.test",
                List.of(),
                null,
                null,
                new QueueStatus(3, Instant.EPOCH),
                1,
                new ProcessStatus(1, 2, 3, 4),
                null,
                List.of());
    }
}

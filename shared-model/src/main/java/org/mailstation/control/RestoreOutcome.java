package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.mailstation.text.Text;

/** What became of bringing a backup back. */
public sealed interface RestoreOutcome {
    /**
     * Everything is there; the daemon takes it into use now, which ends this connection.
     *
     * @param damaged paths of what could not be brought back as it was, at most a hundred
     * @param damages how many there are
     * @param missing secrets that were not in the backup
     */
    record Ready(
            Instant date, long letters, long damages, List<String> damaged, List<String> missing)
            implements RestoreOutcome {
        public Ready {
            damaged = List.copyOf(damaged);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Letters of a mailbox are back.
     *
     * @param letters that were put into it
     * @param there letters that were still there
     * @param damages letters that could not be brought back as they were
     * @param folder the one they are in or below; empty: where they were
     */
    record Mailbox(Instant date, long letters, long there, long damages, String folder)
            implements RestoreOutcome {}

    /** Nothing was changed. */
    record Refused(Text reason) implements RestoreOutcome {}
}

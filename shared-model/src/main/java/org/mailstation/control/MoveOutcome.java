package org.mailstation.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/** What became of letters that were to be moved. */
public sealed interface MoveOutcome {
    /**
     * It came to its end, or was cut off.
     *
     * @param folders looked at
     * @param found letters that are there
     * @param moved letters that were moved now
     * @param there letters that had been moved before
     * @param failed letters that could not be read or kept
     * @param missing letters that were moved, but are not here as they were there: counted and
     *     compared by their SHA-256 at the end
     * @param octets of the letters that were moved now
     * @param troubles which letters failed, at most a hundred
     * @param cut why it ended before its end; {@code null}: it did not
     */
    record Done(
            int folders,
            long found,
            long moved,
            long there,
            long failed,
            long missing,
            long octets,
            List<String> troubles,
            @Nullable Text cut)
            implements MoveOutcome {
        public Done {
            troubles = List.copyOf(troubles);
        }

        /** Whether every letter is where it should be. */
        public boolean isWhole() {
            return cut == null && failed == 0 && missing == 0;
        }
    }

    /** Nothing was moved. */
    record Refused(Text reason) implements MoveOutcome {}
}

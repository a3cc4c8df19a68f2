package org.mailstation.daemon.state;

import java.time.Instant;

/**
 * One line of the history.
 *
 * @param savedAt when it was staged
 */
public record SavedRevision(int number, Fate fate, Instant savedAt) {
    /** What became of it. */
    public enum Fate {
        /** it ran and was kept */
        KEPT,
        /** it is running on trial, or the process ended before it was kept */
        STAGED,
        /** it did not come up or was not confirmed */
        ROLLED_BACK
    }
}

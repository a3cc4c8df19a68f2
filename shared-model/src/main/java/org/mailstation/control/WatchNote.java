package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Health;

/**
 * What had changed when the station looked at itself.
 *
 * @param before health of the station until then; {@code null}: an older station did not say
 * @param health of the station from then on
 * @param begun what was not as it should be from then on
 * @param ended what was in order again
 * @param letter what became of the letter about it
 */
public record WatchNote(
        Instant at,
        @Nullable Health before,
        Health health,
        List<Trouble> begun,
        List<Trouble> ended,
        Letter letter) {
    /** Whether somebody was told by letter. */
    public enum Letter {
        /** it was written */
        WRITTEN,
        /** it is kept back while mail itself does not work, and written afterwards */
        KEPT_BACK,
        /** so many were written lately that it waits for its turn, with all that comes till then */
        LATER,
        /** nobody wants to be told */
        NOBODY
    }

    public WatchNote {
        begun = List.copyOf(begun);
        ended = List.copyOf(ended);
    }

    /** Whether its letter is still to be written. */
    public boolean owed() {
        return letter == Letter.KEPT_BACK || letter == Letter.LATER;
    }

    /** The same after something became of the letter. */
    public WatchNote with(Letter other) {
        return new WatchNote(at, before, health, begun, ended, other);
    }
}

package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.mailstation.finding.Health;

/**
 * What had changed when the station looked at itself.
 *
 * @param health of the station from then on
 * @param begun what was not as it should be from then on
 * @param ended what was in order again
 * @param letter what became of the letter about it
 */
public record WatchNote(
        Instant at, Health health, List<Trouble> begun, List<Trouble> ended, Letter letter) {
    /** Whether somebody was told by letter. */
    public enum Letter {
        /** it was written */
        WRITTEN,
        /** it is kept back while mail itself does not work, and written afterwards */
        KEPT_BACK,
        /** nobody wants to be told */
        NOBODY
    }

    public WatchNote {
        begun = List.copyOf(begun);
        ended = List.copyOf(ended);
    }

    /** The same after something became of the letter. */
    public WatchNote with(Letter other) {
        return new WatchNote(at, health, begun, ended, other);
    }
}

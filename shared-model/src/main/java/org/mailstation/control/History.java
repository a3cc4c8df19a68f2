package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.mailstation.config.diff.Change;

/** The configurations that were kept, the newest first. */
public record History(List<Past> revisions) {
    public History {
        revisions = List.copyOf(revisions);
    }

    /**
     * One of them.
     *
     * @param at when it was applied
     * @param running whether it runs now
     * @param changes to the one before it; empty as well if that one is not known any more
     * @param toml the file; it holds no secret
     */
    public record Past(
            int revision, Instant at, boolean running, List<Change> changes, String toml) {
        public Past {
            changes = List.copyOf(changes);
        }
    }
}

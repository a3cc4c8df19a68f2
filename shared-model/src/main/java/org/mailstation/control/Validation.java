package org.mailstation.control;

import java.util.List;
import org.mailstation.config.Problem;
import org.mailstation.config.diff.Change;

/** What the daemon thinks of a configuration. */
public sealed interface Validation {
    /**
     * It can be applied.
     *
     * @param baseRevision the revision that {@code changes} compare with
     * @param changes empty: nothing would change
     */
    record Acceptable(int baseRevision, List<Change> changes) implements Validation {
        public Acceptable {
            changes = List.copyOf(changes);
        }
    }

    /**
     * It would be rejected.
     *
     * @param problems at least one
     */
    record Faulty(List<Problem> problems) implements Validation {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

package org.mailstation.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.finding.Finding;

/** What became of an apply. */
public sealed interface ApplyOutcome {
    /**
     * It runs.
     *
     * @param probation until when it must be confirmed, or {@code null}
     */
    record Applied(int revision, @Nullable Probation probation, List<Finding> findings)
            implements ApplyOutcome {
        public Applied {
            findings = List.copyOf(findings);
        }
    }

    /** It did not come up; the previous revision runs again. */
    record RolledBack(int revision, List<Finding> findings) implements ApplyOutcome {
        public RolledBack {
            findings = List.copyOf(findings);
        }
    }

    /** Somebody else applied in the meantime: fetch that revision and look again. */
    record Stale(int revision) implements ApplyOutcome {}

    /** Nothing was changed. */
    record Rejected(List<Problem> problems) implements ApplyOutcome {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** Another apply is running or on probation. */
    record Busy() implements ApplyOutcome {}
}

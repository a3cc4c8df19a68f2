package org.mailstation.desktop.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.work.Failure;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;

/** What a look at the station showed. */
public sealed interface Sighting {

    Health health();

    /** Nobody looked yet. */
    record NotYet() implements Sighting {
        @Override
        public Health health() {
            return Health.UNKNOWN;
        }
    }

    /** It answered. */
    record Seen(StationStatus status, Instant at) implements Sighting {

        private static final Comparator<Finding> GRAVEST_FIRST =
                Comparator.comparingInt((Finding finding) -> weight(Health.of(List.of(finding))))
                        .thenComparing(Finding::severity)
                        .reversed();

        @Override
        public Health health() {
            return status.health();
        }

        /** What did not pass, the gravest first. */
        public List<Finding> troubles() {
            return status.findings().stream()
                    .filter(
                            finding ->
                                    finding.verdict() != Verdict.PASS
                                            && finding.verdict() != Verdict.NOT_APPLICABLE)
                    .sorted(GRAVEST_FIRST)
                    .toList();
        }
    }

    /**
     * It did not answer. That may be the way to it as well as the station itself, so its health is
     * not known.
     *
     * @param since the first look that was not answered
     * @param at the latest one
     * @param last what was seen before, or {@code null}
     */
    record Silent(Failure failure, Instant since, Instant at, @Nullable Seen last)
            implements Sighting {
        @Override
        public Health health() {
            return Health.UNKNOWN;
        }
    }

    private static int weight(Health health) {
        return switch (health) {
            case FINE -> 0;
            case ATTENTION -> 1;
            case UNKNOWN -> 2;
            case BROKEN -> 3;
        };
    }
}

package org.mailstation.daemon.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Destinations where nobody answered, and until when they are left alone. Without it, every letter
 * to a server that is away would wait for its silence anew. Forgotten when the daemon ends: then
 * one letter asks again.
 */
final class Rests {
    /**
     * A destination is left alone.
     *
     * @param until it may be tried again
     * @param why the answer, or none, that the last try got
     */
    record Rest(Instant until, Outcome.NotNow why, int failures) {}

    private final ConcurrentMap<String, Rest> rests = new ConcurrentHashMap<>();
    private final Clock clock;
    private final RetrySchedule schedule;

    Rests(Clock clock, RetrySchedule schedule) {
        this.clock = clock;
        this.schedule = schedule;
    }

    /** The rest that a destination is in now. */
    Optional<Rest> of(String destination) {
        return Optional.ofNullable(rests.get(destination))
                .filter(rest -> rest.until().isAfter(clock.instant()));
    }

    /** Tries that were under way side by side count as one. */
    void nobodyAnswered(String destination, Outcome.NotNow why) {
        Instant now = clock.instant();
        rests.compute(
                destination,
                (_, before) -> {
                    if (before != null && before.until().isAfter(now)) {
                        return before;
                    }
                    int failures = before == null ? 1 : before.failures() + 1;
                    Duration pause = schedule.pauseAfter(failures);
                    return new Rest(now.plus(pause), why, failures);
                });
    }

    void answered(String destination) {
        rests.remove(destination);
    }

    /** The owner changed something: everybody gets another chance. */
    void clear() {
        rests.clear();
    }
}

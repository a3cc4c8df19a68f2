package org.mailstation.daemon.delivery;

import java.time.Duration;
import java.util.List;

/**
 * When a letter that could not be sent is tried again (RFC 5321 4.5.4.1).
 *
 * @param pauses after the first, second, … failed try; the last one repeats
 * @param warnAfter since the letter was accepted its sender is told, once, that it waits
 * @param giveUpAfter since the letter was accepted
 */
public record RetrySchedule(List<Duration> pauses, Duration warnAfter, Duration giveUpAfter) {
    public static final RetrySchedule STANDARD =
            new RetrySchedule(
                    List.of(
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(30),
                            Duration.ofHours(1),
                            Duration.ofHours(2),
                            Duration.ofHours(4)),
                    Duration.ofHours(4),
                    Duration.ofDays(5));

    /** One that warns after the usual time. */
    public RetrySchedule(List<Duration> pauses, Duration giveUpAfter) {
        this(pauses, Duration.ofHours(4), giveUpAfter);
    }

    public RetrySchedule {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty()) {
            throw new IllegalArgumentException("a schedule has pauses");
        }
    }

    /**
     * @param failures at least 1
     */
    Duration pauseAfter(int failures) {
        return pauses.get(Math.min(failures, pauses.size()) - 1);
    }
}

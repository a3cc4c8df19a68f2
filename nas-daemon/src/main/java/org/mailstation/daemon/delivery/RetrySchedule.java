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
     * Whether a letter has waited long enough. Its age alone does not say so: a NAS whose clock
     * begins in 1970 and is set by the network meanwhile has tried it once. Each pause has to have
     * been waited for.
     *
     * @param failures at least 1
     */
    boolean isOver(Duration age, int failures) {
        return age.compareTo(giveUpAfter) > 0 && failures >= pauses.size();
    }

    /**
     * @param failures at least 1
     */
    Duration pauseAfter(int failures) {
        return pauses.get(Math.min(failures, pauses.size()) - 1);
    }
}

package org.mailstation.daemon.delivery;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Names for letters: unique here for good, and hard to guess elsewhere. */
public final class LetterIds {
    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicInteger next = new AtomicInteger();

    public LetterIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Letters and digits only. */
    public String next() {
        return Long.toString(clock.millis(), 36)
                + Integer.toString(next.getAndIncrement() & 0xffff, 36)
                + Long.toString(random.nextLong() >>> 24, 36);
    }
}

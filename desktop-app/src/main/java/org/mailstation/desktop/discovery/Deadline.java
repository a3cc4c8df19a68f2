package org.mailstation.desktop.discovery;

import java.time.Duration;

/** A moment after which nobody waits any more. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Deadline minus(Duration time) {
        return new Deadline(nanoTime - time.toNanos());
    }

    /** Time left; zero when it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean passed() {
        return left().isZero();
    }

    Deadline orEarlier(Deadline other) {
        return nanoTime - other.nanoTime <= 0 ? this : other;
    }

    /** Time left in milliseconds, at least 1, since 0 means "for ever" to a socket. */
    int leftMillis() {
        return (int) Math.max(1, left().toMillis());
    }
}

package org.mailstation.lan;

import java.time.Duration;

/** A moment after which nobody waits any more. */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public Deadline minus(Duration time) {
        return new Deadline(nanoTime - time.toNanos());
    }

    /** Time left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    public boolean passed() {
        return left().isZero();
    }

    public Deadline orEarlier(Deadline other) {
        return nanoTime - other.nanoTime <= 0 ? this : other;
    }

    /** Time left in milliseconds, at least 1, since 0 means "for ever" to a socket. */
    public int leftMillis() {
        return (int) Math.max(1, left().toMillis());
    }
}

package org.mailstation.probe.real;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The time that is left for a whole conversation, however many reads it has. */
final class Patience {
    private final long end;

    Patience(Duration whole) {
        end = System.nanoTime() + whole.toNanos();
    }

    /** What is left, in milliseconds, as sockets want it; at least 1. */
    int millis() throws SocketTimeoutException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("no time left");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}

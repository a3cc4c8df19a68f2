package org.mailstation.desktop.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes by itself but has no event to wait for, for example a file. */
public final class Await {
    /** So long that only what never comes is given up, on a slow and busy computer too. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int LOOK_MILLIS = 5;

    private Await() {}

    /** Returns when the condition holds; fails naming it if it never does. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it never came that " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}

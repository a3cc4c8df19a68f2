package org.mailstation.daemon.apply;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A timer that lets a virtual thread wait: there is at most one probation and one retry at a time.
 * Nothing is ever interrupted: an interrupt that comes a moment too late would close the files of
 * the store under the action's hands.
 */
public final class ThreadTimer implements Timer {
    @Override
    public Pending after(Duration delay, Runnable action) {
        CountDownLatch cancelled = new CountDownLatch(1);
        Thread.ofVirtual()
                .name("timer")
                .start(
                        () -> {
                            try {
                                if (!cancelled.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                                    action.run();
                                }
                            } catch (InterruptedException nobodyDoesThat) {
                                Thread.currentThread().interrupt();
                            }
                        });
        return cancelled::countDown;
    }
}

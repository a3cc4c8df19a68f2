package org.mailstation.desktop.flow;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A timer with a thread of its own, which does not keep the program alive. */
public final class ThreadTimer implements Timer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTimer.class);

    private final ScheduledThreadPoolExecutor executor;

    /**
     * @param name of the thread
     */
    public ThreadTimer(String name) {
        executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name(name).factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        ScheduledFuture<?> future =
                executor.schedule(() -> guarded(action), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    /** The executor would swallow it. */
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException fault) {
            LOG.error("a timed action failed", fault);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}

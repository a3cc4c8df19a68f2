package org.mailstation.daemon.task;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that nobody waits for, done by one thread when nothing more has been asked for a while. It
 * rests longer than it works, since a NAS has few cores and somebody may be reading. What does not
 * find room is left undone.
 */
public final class AtLeisure implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AtLeisure.class);

    /** So many times as long as a piece took. */
    private static final int RESTS = 4;

    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(1);

    private static final int SECONDS_TO_THE_END = 5;

    private final Duration quiet;
    private final Duration patience;
    private final Queue<Runnable> waiting;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile long lastAsked;
    private volatile long firstAsked;

    /**
     * @param name of its thread, which is there only while there is work
     * @param most pieces that may wait
     * @param quiet so long nothing must have been asked for; then it begins
     * @param patience so long after the first piece it begins also if more keep coming
     */
    public AtLeisure(String name, int most, Duration quiet, Duration patience) {
        this.quiet = quiet;
        this.patience = patience;
        this.waiting = new ArrayBlockingQueue<>(most);
        this.thread =
                new ScheduledThreadPoolExecutor(
                        1, work -> Thread.ofPlatform().name(name).daemon().unstarted(work));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setKeepAliveTime(10, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * @return whether there was room for it
     */
    public boolean ask(Runnable piece) {
        lastAsked = System.nanoTime();
        boolean room = waiting.offer(piece);
        if (planned.compareAndSet(false, true)) {
            firstAsked = lastAsked;
            later(this::begin, Math.min(quiet.toNanos(), patience.toNanos()));
        }
        return room;
    }

    private void begin() {
        long now = System.nanoTime();
        long wait =
                Math.min(lastAsked + quiet.toNanos() - now, firstAsked + patience.toNanos() - now);
        if (wait > 0) {
            later(this::begin, wait);
        } else {
            next();
        }
    }

    private void next() {
        Runnable piece = waiting.poll();
        if (piece == null) {
            planned.set(false);
            if (!waiting.isEmpty() && planned.compareAndSet(false, true)) {
                next(); // asked for between the two lines above
            }
            return;
        }
        long begun = System.nanoTime();
        try {
            piece.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("A piece of work is left undone", e);
        }
        later(this::next, Math.min(RESTS * (System.nanoTime() - begun), LONGEST_REST));
    }

    private void later(Runnable work, long nanos) {
        try {
            thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed; what is left is not done", e);
        }
    }

    /** Ends the piece that is being worked on, and leaves the others undone. */
    @Override
    public void close() {
        thread.shutdown(); // interrupting would close files of the store
        try {
            boolean _ = thread.awaitTermination(SECONDS_TO_THE_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

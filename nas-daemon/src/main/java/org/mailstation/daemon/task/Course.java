package org.mailstation.daemon.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mailstation.control.Progress;
import org.mailstation.text.Text;

/**
 * How a long piece of work goes. Nothing is interrupted, since that would close files of the store
 * that others use: the work asks, between two letters, whether it shall go on.
 */
public final class Course {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Consumer<Progress> told;
    private final BooleanSupplier cancelled;
    private int percent = -1;
    private long said;

    public Course(Consumer<Progress> told, BooleanSupplier cancelled) {
        this.told = told;
        this.cancelled = cancelled;
    }

    /** Of work that nobody watches. */
    public static Course unwatched() {
        return new Course(_ -> {}, () -> false);
    }

    /**
     * Tells how far it is, if that is news or some time has passed.
     *
     * @param done of {@code all}; more is taken for all of it
     */
    public synchronized void at(long done, long all, Text step) {
        int now = (int) Math.clamp(100 * done / Math.max(1, all), 0, 99);
        long nanos = System.nanoTime();
        if (now != percent || nanos - said > QUIET_NANOS) {
            percent = now;
            said = nanos;
            told.accept(new Progress(now, step));
        }
    }

    /**
     * @throws CancellationException if nobody wants it any more
     */
    public void goOn() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}

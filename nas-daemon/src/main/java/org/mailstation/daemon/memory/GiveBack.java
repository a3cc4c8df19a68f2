package org.mailstation.daemon.memory;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shrinks the Java heap when the daemon has come to rest after work. The serial collector gives
 * memory back only when it goes through all of it, which takes a tenth of a second here and half of
 * one on a small NAS; so that is done once, when nobody is waiting, and not again before the heap
 * has grown.
 */
public final class GiveBack {
    /** Time between two looks. */
    public static final Duration PERIOD = Duration.ofSeconds(2);

    /** Processor time in a period up to which the daemon is at rest. */
    private static final Duration REST = Duration.ofMillis(60);

    /** Octets for which it is worth the trouble. */
    private static final long WORTHWHILE = 8L << 20;

    private final Supplier<Duration> processorTime;
    private final LongSupplier heap;
    private final Runnable collect;
    private Duration before;
    private long afterwards;

    /**
     * @param processorTime that this process has used so far
     * @param heap octets that the heap takes
     * @param collect makes it as small as it can be
     */
    public GiveBack(Supplier<Duration> processorTime, LongSupplier heap, Runnable collect) {
        this.processorTime = processorTime;
        this.heap = heap;
        this.collect = collect;
        this.before = processorTime.get();
        this.afterwards = heap.getAsLong();
    }

    /**
     * Of this process.
     *
     * @param forget lets go what is in memory only to be quick
     */
    public static GiveBack ofThisProcess(Runnable forget) {
        return new GiveBack(
                () -> ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ofDays(1)),
                () -> Runtime.getRuntime().totalMemory(),
                () -> {
                    forget.run();
                    System.gc();
                });
    }

    /** To be called once each period, by one thread at a time. */
    public void look() {
        Duration now = processorTime.get();
        boolean rests = now.minus(before).compareTo(REST) <= 0;
        before = now;
        if (rests && heap.getAsLong() - afterwards >= WORTHWHILE) {
            collect.run();
            afterwards = heap.getAsLong();
            before = processorTime.get();
        }
    }
}

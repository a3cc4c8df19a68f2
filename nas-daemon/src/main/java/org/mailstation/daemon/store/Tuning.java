package org.mailstation.daemon.store;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.mailstation.daemon.store.search.Pace;

/**
 * How a store goes about what may be put off.
 *
 * @param lettersAhead letters that may be durable only because they were written ahead; twice as
 *     many have to be looked at when the store is opened after a crash
 * @param settling where they are brought to their final place
 * @param nanos a clock that only goes forward
 * @param pace when letters are taken up into the full-text index
 */
record Tuning(int lettersAhead, Executor settling, LongSupplier nanos, Pace pace) {
    static final Tuning USUAL = new Tuning(2000, onDemand(), System::nanoTime, Pace.GENTLE);

    /** One thread, which is there only while it has something to do. */
    private static Executor onDemand() {
        return new ThreadPoolExecutor(
                0,
                1,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> Thread.ofPlatform().daemon().name("store-settle").unstarted(work));
    }
}

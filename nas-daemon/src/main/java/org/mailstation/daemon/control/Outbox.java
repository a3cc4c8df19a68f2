package org.mailstation.daemon.control;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mailstation.control.StationListener;

/**
 * What one connection is still to be told. A program at the other end that does not read blocks
 * this outbox, and nobody else: when it is full, what is new is dropped.
 */
final class Outbox implements AutoCloseable {
    private static final int CAPACITY = 1000;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final StationListener listener;
    private volatile boolean closed;

    Outbox(StationListener listener) {
        this.listener = listener;
        Thread.ofVirtual().name("control-outbox").start(this::send);
    }

    void tell(Consumer<StationListener> message) {
        if (!closed) {
            // a full queue means that nobody reads: dropping is the purpose of this class
            boolean _ = waiting.offer(() -> message.accept(listener));
        }
    }

    /** Waits until everything told so far is on its way, but not longer than this. */
    void flush(Duration patience) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        if (waiting.offer(reached::countDown)) {
            // too slow: the answer goes out without the rest of the progress
            boolean _ = reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        waiting.clear();
        boolean _ = waiting.offer(() -> {});
    }

    private void send() {
        try {
            while (!closed) {
                waiting.take().run();
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }
}

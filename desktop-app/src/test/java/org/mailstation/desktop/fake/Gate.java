package org.mailstation.desktop.fake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** Holds work back until a test lets it go on, or it is cancelled. */
public final class Gate {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    public void open() {
        opened.countDown();
    }

    /** Waits until the work is at the gate. */
    public void awaitArrival() {
        await(arrived);
    }

    public void pass(Cancellation cancellation) throws FailureException {
        Runnable forget = cancellation.onCancel(this::open);
        arrived.countDown();
        await(opened);
        forget.run();
        cancellation.check();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

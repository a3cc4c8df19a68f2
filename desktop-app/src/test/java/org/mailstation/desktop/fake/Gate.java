package org.mailstation.desktop.fake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** Holds work back until a test lets it go on, or it is cancelled. */
public final class Gate {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final boolean slow;

    public Gate() {
        this(false);
    }

    private Gate(boolean slow) {
        this.slow = slow;
    }

    /** One whose work hears the wish to stop, and tidies up until the test lets it go on. */
    public static Gate slow() {
        return new Gate(true);
    }

    /** Passes it, if there is one. */
    public static void pass(@Nullable Gate gate, Cancellation cancellation)
            throws FailureException {
        if (gate != null) {
            gate.pass(cancellation);
        }
    }

    public void open() {
        opened.countDown();
    }

    /** Waits until the work is at the gate. */
    public void awaitArrival() {
        await(arrived);
    }

    /** Waits until the work has heard that it is to stop. */
    public void awaitCancel() {
        await(cancelled);
    }

    public void pass(Cancellation cancellation) throws FailureException {
        Runnable forget = cancellation.onCancel(this::heard);
        arrived.countDown();
        await(opened);
        forget.run();
        cancellation.check();
    }

    private void heard() {
        cancelled.countDown();
        if (!slow) {
            open();
        }
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

package org.mailstation.desktop.fake;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mailstation.desktop.flow.Background;

/**
 * Real threads for the work; the test's own thread is the owner, and takes what comes when it says
 * so.
 */
public final class HandBackground implements Background {

    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();

    @Override
    public <T> void start(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                T result = work.run();
                                later(() -> done.accept(result));
                            } catch (Exception fault) {
                                later(() -> failed.accept(fault));
                            }
                        });
    }

    @Override
    public void later(Runnable action) {
        inbox.add(action);
    }

    /** Takes what comes until a condition holds. */
    public void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Runnable next = inbox.poll(60, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing comes any more");
                }
                next.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}

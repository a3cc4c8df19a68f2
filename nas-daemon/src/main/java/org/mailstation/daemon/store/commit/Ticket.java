package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An operation and the caller who waits for it. */
final class Ticket<T> {
    private final Operation<T> operation;
    private final Scope scope;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<@Nullable T> result = new AtomicReference<>();
    private volatile @Nullable Throwable failure;

    Ticket(Operation<T> operation) {
        this.operation = operation;
        this.scope = operation.scope();
    }

    Scope scope() {
        return scope;
    }

    /** {@code null} if it cannot be done; the caller then knows already. */
    @Nullable Planned<T> plan(Staging staging) {
        try {
            return new Planned<>(this, staging, operation.plan(staging));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            new Planned<>(this, staging, null).failed(e);
            return null;
        }
    }

    void succeed(@Nullable T value) {
        result.set(value);
        done.countDown();
    }

    void fail(Throwable cause) {
        failure = cause;
        done.countDown();
    }

    /**
     * Not to be interrupted: the commit goes on, and whoever gave up waiting could not know whether
     * it happened.
     */
    @SuppressWarnings("NullAway") // an operation may plan null where T allows it
    T await() throws IOException {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow();
        return result.get();
    }

    private void rethrow() throws IOException {
        Throwable cause = failure;
        if (cause instanceof StoreRefusal refusal) {
            throw refusal;
        }
        if (cause != null) {
            throw new IOException(cause.getMessage(), cause);
        }
    }
}

package org.mailstation.daemon.store.commit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An operation and the caller who waits for it. */
final class Ticket<T> {
    private final Operation<T> operation;
    private final Scope scope;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean answered;
    private boolean leading;

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

    synchronized void succeed(@Nullable T value) {
        result = value;
        answered = true;
        notifyAll();
    }

    /** Does nothing if there is an answer already. */
    synchronized void fail(Throwable cause) {
        if (!answered) {
            failure = cause;
            answered = true;
            notifyAll();
        }
    }

    /** Tells the caller to carry out the next batch. */
    synchronized void lead() {
        leading = true;
        notifyAll();
    }

    /**
     * Not to be interrupted: the commit goes on, and whoever gave up waiting could not know whether
     * it happened.
     *
     * @return whether the caller has to lead, otherwise there is an answer
     */
    synchronized boolean awaitLeadOrAnswer() {
        boolean interrupted = false;
        while (!answered && !leading) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !answered;
    }

    /**
     * @throws IOException if it could not be done
     */
    @SuppressWarnings("NullAway") // an operation may plan null where T allows it
    synchronized T answer() throws IOException {
        rethrow();
        return result;
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

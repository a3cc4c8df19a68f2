package org.mailstation.desktop.work;

import java.util.ArrayList;
import java.util.List;

/**
 * The wish to stop a piece of work. The one who waits calls {@link #cancel()} from any thread; the
 * work looks at {@link #check()} between its steps and cleans up after itself. An interrupt would
 * not do: on a virtual thread it closes the very connection that the cleaning up needs.
 */
public final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    /** A wish that nobody will ever have. */
    public static Cancellation never() {
        return new Cancellation();
    }

    /** Asks the work to stop. Asking twice is asking once. */
    public void cancel() {
        List<Runnable> now;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            now = List.copyOf(listeners);
        }
        now.forEach(Runnable::run);
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** Ends the work with {@link Cancelled} if that is wished. */
    public void check() throws FailureException {
        if (cancelled()) {
            throw new FailureException(new Cancelled());
        }
    }

    /**
     * Something to run at the moment of cancelling; at once if that moment has passed.
     *
     * @return takes the action back; run it when the step is over
     */
    public Runnable onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                listeners.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void forget(Runnable action) {
        listeners.remove(action);
    }
}

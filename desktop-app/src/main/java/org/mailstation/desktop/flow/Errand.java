package org.mailstation.desktop.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;

/**
 * Work that goes on beside the pages: one piece at a time, with its progress and the wish to cancel
 * it. All on the owner's thread.
 */
public final class Errand {

    /** Work that tells how far it is. */
    @FunctionalInterface
    public interface Task<T> {
        T run(Cancellation cancellation, Consumer<Activity.Running> progress)
                throws FailureException;
    }

    private final Background background;
    private final Runnable changed;
    private Activity activity = Activity.IDLE;
    private @Nullable Cancellation current;

    /** Starts what was wished for while cancelled work still tidied up. */
    private @Nullable Runnable next;

    /**
     * @param changed told of every change of {@link #activity}, except where {@code done} follows
     */
    public Errand(Background background, Runnable changed) {
        this.background = background;
        this.changed = changed;
    }

    public Activity activity() {
        return activity;
    }

    public boolean busy() {
        return current != null;
    }

    /**
     * Starts work, or does nothing while other work is under way. While cancelled work still tidies
     * up, it is started right after that: a page that is left and opened again is not empty.
     *
     * @param done what follows success; the activity is idle then
     * @return whether it was started, or will be
     */
    public <T> boolean start(Activity.Running first, Task<T> task, Consumer<T> done) {
        Cancellation before = current;
        if (before != null) {
            next = before.cancelled() ? () -> start(first, task, done) : next;
            return before.cancelled();
        }
        Cancellation mine = new Cancellation();
        current = mine;
        show(first);
        background.start(
                () -> task.run(mine, running -> background.later(() -> moved(mine, running))),
                result -> {
                    current = null;
                    activity = Activity.IDLE;
                    done.accept(result);
                    goOn();
                },
                fault -> {
                    current = null;
                    Failure failure = mine.cancelled() ? new Cancelled() : Faults.of(fault);
                    show(
                            failure instanceof Cancelled
                                    ? Activity.IDLE
                                    : new Activity.Failed(failure));
                    goOn();
                });
        return true;
    }

    private void goOn() {
        Runnable waiting = next;
        next = null;
        if (waiting != null) {
            waiting.run();
        }
    }

    private void moved(Cancellation which, Activity.Running running) {
        if (current == which) {
            show(which.cancelled() ? running.stop() : running);
        }
    }

    /** Asks the work to stop, or does nothing if there is none. */
    public void cancel() {
        next = null;
        Cancellation now = current;
        if (now != null) {
            now.cancel();
            if (activity instanceof Activity.Running running) {
                show(running.stop());
            }
        }
    }

    /** Forgets a failure that was shown. */
    public void forget() {
        if (!busy()) {
            activity = Activity.IDLE;
        }
    }

    private void show(Activity now) {
        activity = now;
        changed.run();
    }
}

package org.mailstation.desktop.flow;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;

/**
 * The one piece of work that may be under way behind a page, with its progress, its questions to
 * the person, and the wish to cancel it. Belongs to the owner's thread, except where a method says
 * otherwise.
 */
final class Desk {

    /** Work that tells how far it is. */
    @FunctionalInterface
    interface Task<T> {
        T run(Cancellation cancellation, Consumer<Activity.Running> progress)
                throws FailureException;
    }

    private static final class Job {
        private final Cancellation cancellation = new Cancellation();
        private final Function<Activity, SetupState> page;
        private Activity.Running activity;

        /**
         * Cancelled while a question was open: whatever the work makes of the missing answer, it is
         * what was wished.
         */
        private boolean gaveUp;

        Job(Function<Activity, SetupState> page, Activity.Running activity) {
            this.page = page;
            this.activity = activity;
        }
    }

    private final Background background;
    private final Consumer<SetupState> show;
    private @Nullable Job job;
    private @Nullable CompletableFuture<Boolean> keyAnswer;
    private @Nullable CompletableFuture<Optional<Secret>> answer;

    Desk(Background background, Consumer<SetupState> show) {
        this.background = background;
        this.show = show;
    }

    boolean busy() {
        return job != null;
    }

    /**
     * Starts work.
     *
     * @param page the page before which the work goes on, with an activity put in
     * @param done what follows
     * @param failed what follows instead; the page itself shows the failure if this answers {@code
     *     false}
     */
    <T> void start(
            Function<Activity, SetupState> page,
            Activity.Running first,
            Task<T> task,
            Consumer<T> done,
            Predicate<Failure> failed) {
        if (job != null) {
            throw new IllegalStateException("one thing at a time");
        }
        Job mine = new Job(page, first);
        job = mine;
        show.accept(page.apply(first));
        background.start(
                () ->
                        task.run(
                                mine.cancellation,
                                running -> background.later(() -> moved(mine, running))),
                result -> {
                    job = null;
                    done.accept(result);
                },
                fault -> {
                    job = null;
                    end(page, mine.gaveUp ? new Cancelled() : Faults.of(fault), failed);
                });
    }

    private void end(
            Function<Activity, SetupState> page, Failure failure, Predicate<Failure> failed) {
        if (failure instanceof Cancelled) {
            show.accept(page.apply(Activity.IDLE));
        } else if (!failed.test(failure)) {
            show.accept(page.apply(new Activity.Failed(failure)));
        }
    }

    private void moved(Job which, Activity.Running running) {
        if (job == which) {
            which.activity = which.activity.stopping() ? running.stop() : running;
            if (keyAnswer == null && answer == null) {
                show.accept(which.page.apply(which.activity));
            }
        }
    }

    /** Asks the work to stop, and gives up on a question that it may wait for. */
    void cancel() {
        Job current = job;
        if (current == null) {
            return;
        }
        current.activity = current.activity.stop();
        current.gaveUp = keyAnswer != null || answer != null;
        current.cancellation.cancel();
        settleKey(false);
        settle(Optional.empty());
    }

    /** Puts a host key before the person and waits. From the thread of the work. */
    boolean askAboutKey(Function<HostKey, SetupState> page, HostKey key) {
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        background.later(
                () -> {
                    Job current = job;
                    if (current == null || current.cancellation.cancelled()) {
                        future.complete(false);
                        return;
                    }
                    keyAnswer = future;
                    show.accept(page.apply(key));
                });
        return future.join();
    }

    /**
     * Puts a question before the person and waits; empty if there is nobody to ask. From the thread
     * of the work.
     */
    Optional<Secret> ask(Question question) {
        CompletableFuture<Optional<Secret>> future = new CompletableFuture<>();
        background.later(
                () -> {
                    Job current = job;
                    if (current == null || current.cancellation.cancelled()) {
                        future.complete(Optional.empty());
                        return;
                    }
                    answer = future;
                    show.accept(
                            new SetupState.Asking(
                                    question, current.page.apply(current.activity).step()));
                });
        return future.join();
    }

    void settleKey(boolean trusted) {
        CompletableFuture<Boolean> waiting = keyAnswer;
        keyAnswer = null;
        resume();
        if (waiting != null) {
            waiting.complete(trusted);
        }
    }

    void settle(Optional<Secret> given) {
        CompletableFuture<Optional<Secret>> waiting = answer;
        answer = null;
        resume();
        if (waiting != null) {
            waiting.complete(given);
        }
    }

    private void resume() {
        Job current = job;
        if (current != null && keyAnswer == null && answer == null) {
            show.accept(current.page.apply(current.activity));
        }
    }
}

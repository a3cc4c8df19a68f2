package org.mailstation.daemon.control;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.mailstation.daemon.task.Course;

/**
 * Work for one connection that may take hours and uses the store: it is told when its request is
 * cancelled or the connection ends, and never interrupted.
 */
final class Lengthy {
    private final ExecutorService threads;
    private final Outbox outbox;
    private final Duration flush;
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /**
     * @param flush how long the answer waits for progress that is still on its way
     */
    Lengthy(ExecutorService threads, Outbox outbox, Duration flush) {
        this.threads = threads;
        this.outbox = outbox;
        this.flush = flush;
    }

    <T> CompletableFuture<T> answer(Function<Course, T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        open.add(answer);
        var _ = answer.whenComplete((_, _) -> open.remove(answer));
        Course course =
                new Course(
                        step -> outbox.tell(other -> other.progress(step)),
                        () -> ended || answer.isDone());
        threads.execute(() -> run(work, course, answer));
        return answer;
    }

    private <T> void run(Function<Course, T> work, Course course, CompletableFuture<T> answer) {
        try {
            T done = work.apply(course);
            outbox.flush(flush);
            answer.complete(done);
        } catch (CancellationException | InterruptedException nobodyWaits) {
            answer.cancel(false);
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Nobody is there any more who could be answered. */
    void end() {
        ended = true;
        open.forEach(answer -> answer.cancel(false));
    }
}

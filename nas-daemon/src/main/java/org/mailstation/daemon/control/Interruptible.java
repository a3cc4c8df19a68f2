package org.mailstation.daemon.control;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Work for one connection that is of no use to anybody else: it is interrupted when its request is
 * cancelled, and when the connection ends.
 */
final class Interruptible {
    private final ExecutorService threads;
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Interruptible(ExecutorService threads) {
        this.threads = threads;
    }

    <T> CompletableFuture<T> answer(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        open.add(answer);
        Future<?> running = threads.submit(() -> run(work, answer));
        var _ =
                answer.whenComplete(
                        (_, _) -> {
                            open.remove(answer);
                            // does nothing where the work is done
                            running.cancel(true);
                        });
        if (ended) {
            answer.cancel(true);
        }
        return answer;
    }

    private static <T> void run(Callable<T> work, CompletableFuture<T> answer) {
        try {
            answer.complete(work.call());
        } catch (InterruptedException nobodyWaits) {
            answer.cancel(true);
        } catch (Exception failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Nobody is there any more who could be answered. */
    void end() {
        ended = true;
        open.forEach(answer -> answer.cancel(true));
    }
}

package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks several things at the same time and gives the answers in their order. */
public final class Together {
    private Together() {}

    /**
     * @throws InterruptedException if the person cancels; all questions are interrupted then
     */
    public static <T> List<T> call(List<Callable<T>> questions) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> asked : threads.invokeAll(questions)) {
                answers.add(asked.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}

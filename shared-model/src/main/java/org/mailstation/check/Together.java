package org.mailstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks several things at the same time and gives the answers in their order. */
public final class Together {
    private Together() {}

    /**
     * The same, but not longer than that: who has not answered then is interrupted.
     *
     * @param late what stands in the place of an answer that did not come, one for each question
     * @throws InterruptedException if the person cancels; all questions are interrupted then
     */
    public static <T> List<T> call(List<Callable<T>> questions, Duration patience, List<T> late)
            throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> asked :
                    threads.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                answers.add(asked.isCancelled() ? late.get(answers.size()) : asked.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

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

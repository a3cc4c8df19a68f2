package org.mailstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Runs checks side by side, each in a thread of its own, within one deadline. */
public final class CheckRun {
    /** Told after each check, from any thread. */
    @FunctionalInterface
    public interface Listener {
        void done(String check, int done, int of);
    }

    private final List<Check> checks;
    private final Duration patience;

    /**
     * @param patience for all of them: what has not answered then, could not be told
     */
    public CheckRun(List<Check> checks, Duration patience) {
        this.checks = List.copyOf(checks);
        this.patience = patience;
    }

    /**
     * Looks at everything that can be seen from where the scene is, and answers in the order of the
     * checks.
     *
     * @throws InterruptedException if the person cancels; all checks are interrupted then
     */
    public List<Finding> run(Scene scene, Listener listener) throws InterruptedException {
        List<Check> mine =
                checks.stream().filter(check -> check.from().contains(scene.vantage())).toList();
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<List<Finding>>> running = new ArrayList<>();
            for (Check check : mine) {
                running.add(
                        threads.submit(
                                () -> {
                                    List<Finding> found = check.look(scene);
                                    listener.done(
                                            check.name(), done.incrementAndGet(), mine.size());
                                    return found;
                                }));
            }
            return collect(scene, mine, running);
        } finally {
            // not close(): a look-up that does not heed the interrupt must not hold up the answer
            threads.shutdownNow();
        }
    }

    private List<Finding> collect(
            Scene scene, List<Check> mine, List<Future<List<Finding>>> running)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            Check check = mine.get(i);
            try {
                all.addAll(running.get(i).get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException late) {
                all.add(untold(scene, check, "no answer in time", "check.late"));
            } catch (ExecutionException surprise) {
                // the class alone: nobody promises that a text holds no secret
                Throwable cause = surprise.getCause();
                String what = cause == null ? "?" : cause.getClass().getSimpleName();
                all.add(untold(scene, check, what, "check.surprise"));
            }
        }
        return all;
    }

    private static Finding untold(Scene scene, Check check, String why, String sentence) {
        return new Observation(
                        check.name(), check.hop(), List.of(scene.evidence(check.name(), why)))
                .unknown(Severity.WARNING, Text.of(sentence, check.name()));
    }
}

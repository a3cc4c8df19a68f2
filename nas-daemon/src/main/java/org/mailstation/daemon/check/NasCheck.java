package org.mailstation.daemon.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mailstation.check.Check;
import org.mailstation.check.Scene;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Vantage;

/** A check that only the NAS can make. */
abstract class NasCheck implements Check {
    private final String name;
    private final Hop hop;

    NasCheck(String name, Hop hop) {
        this.name = name;
        this.hop = hop;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Hop hop() {
        return hop;
    }

    @Override
    public Set<Vantage> from() {
        return Set.of(Vantage.NAS);
    }

    /** One look at the whole. */
    Observation seen(Scene scene, String asked, String answered) {
        return new Observation(name, hop, List.of(scene.evidence(asked, answered)));
    }

    /**
     * A look at one of several things.
     *
     * @param about which, for example {@code smtp}
     */
    Observation seen(Scene scene, String about, String asked, String answered) {
        return new Observation(name + ":" + about, hop, List.of(scene.evidence(asked, answered)));
    }

    Observation seen(List<Evidence> evidence) {
        return new Observation(name, hop, evidence);
    }

    /** Asks several things at the same time and gives the answers in their order. */
    static <T> List<T> together(List<Callable<T>> questions) throws InterruptedException {
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

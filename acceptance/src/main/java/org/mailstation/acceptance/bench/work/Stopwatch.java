package org.mailstation.acceptance.bench.work;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Figures;

/** How long something takes. */
final class Stopwatch {
    private Stopwatch() {}

    /** Something that is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static double seconds(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    static double millis(Work work) throws Exception {
        return seconds(work) * 1000;
    }

    /** The median of several times. */
    static double millis(int times, Work work) throws Exception {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(millis(work));
        }
        return Figures.median(all);
    }
}

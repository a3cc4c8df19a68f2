package org.mailstation.daemon.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How long something took, counted in steps. */
final class Durations {
    private final double[] limits;
    private final long[] counts;
    private double sum;
    private long count;

    /**
     * What was seen.
     *
     * @param upTo for each limit in seconds, how many took that long or shorter
     * @param sum in seconds
     */
    record Seen(Map<Double, Long> upTo, double sum, long count) {}

    /**
     * @param limits in seconds, rising
     */
    Durations(double... limits) {
        this.limits = limits.clone();
        this.counts = new long[limits.length];
    }

    synchronized void add(Duration time) {
        double seconds = Math.max(0, time.toNanos() / 1e9);
        for (int i = 0; i < limits.length; i++) {
            if (seconds <= limits[i]) {
                counts[i]++;
            }
        }
        sum += seconds;
        count++;
    }

    synchronized Seen seen() {
        Map<Double, Long> upTo = new TreeMap<>();
        for (int i = 0; i < limits.length; i++) {
            upTo.put(limits[i], counts[i]);
        }
        return new Seen(upTo, sum, count);
    }
}

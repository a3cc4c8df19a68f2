package org.mailstation.daemon.metrics;

import java.util.Map;
import java.util.TreeMap;

/** Counts by a label; when there are too many labels, the rest is counted as {@code other}. */
final class Counts {
    private static final int MOST = 100;

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(String label) {
        String known = counts.containsKey(label) || counts.size() < MOST ? label : "other";
        counts.merge(known, 1L, Long::sum);
    }

    synchronized Map<String, Long> all() {
        return new TreeMap<>(counts);
    }
}

package org.mailstation.daemon.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what happens, by the hour, for a day. */
public final class HourlyCount {
    private static final long SECONDS = Duration.ofHours(1).toSeconds();
    private static final int HOURS = 24;

    private final Clock clock;
    private final TreeMap<Long, Integer> byHour = new TreeMap<>();

    public HourlyCount(Clock clock) {
        this.clock = clock;
    }

    public synchronized void add() {
        byHour.merge(hour(), 1, Integer::sum);
        forget();
    }

    /** In this hour and the 23 before it. */
    public synchronized int lastDay() {
        forget();
        return byHour.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The largest number of one hour within the last day. */
    public synchronized int busiestHour() {
        forget();
        return byHour.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** All that is counted, by the hour since 1970, to be kept. */
    public synchronized SortedMap<Long, Integer> kept() {
        forget();
        return new TreeMap<>(byHour);
    }

    /** Adds what was counted before this process began. */
    public synchronized void restore(Map<Long, Integer> before) {
        before.forEach((hour, number) -> byHour.merge(hour, number, Integer::sum));
        forget();
    }

    private void forget() {
        byHour.headMap(hour() - HOURS, true).clear();
    }

    private long hour() {
        Instant now = clock.instant();
        return now.getEpochSecond() / SECONDS;
    }
}

package org.mailstation.daemon.setup;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts how often each address asks, so that nobody keeps the station busy. */
final class Visits {
    static final int MOST = 30;
    static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1000;

    private record Count(Instant since, int visits) {}

    private final Clock clock;

    @SuppressWarnings("serial")
    private final Map<InetAddress, Count> counts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<InetAddress, Count> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    Visits(Clock clock) {
        this.clock = clock;
    }

    /** Whether this visitor may be answered. */
    synchronized boolean mayCome(InetAddress who) {
        Instant now = clock.instant();
        Count before = counts.get(who);
        boolean over = before == null || !before.since().plus(PERIOD).isAfter(now);
        Count after =
                before == null || over
                        ? new Count(now, 1)
                        : new Count(before.since(), before.visits() + 1);
        counts.put(who, after);
        return after.visits() <= MOST;
    }
}

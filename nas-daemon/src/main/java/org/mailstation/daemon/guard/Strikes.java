package org.mailstation.daemon.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often something bad came from each of many places. One is forgiven with every hour without
 * another. Whose have not been heard of for longest are forgotten when there are too many. Not made
 * for several threads.
 */
final class Strikes {
    /** So many places are remembered: some 2 MB. */
    static final int MOST = 10_000;

    private static final Duration FORGIVING = Duration.ofHours(1);

    /** Of one place; public components, as it is kept in a file. */
    record Mark(int count, Instant last) {}

    private final Clock clock;

    @SuppressWarnings("serial")
    private final Map<String, Mark> marks =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Mark> eldest) {
                    return size() > MOST;
                }
            };

    Strikes(Clock clock) {
        this.clock = clock;
    }

    /** How many count now. */
    int count(String key) {
        Mark mark = marks.get(key);
        if (mark == null) {
            return 0;
        }
        Duration quiet = Duration.between(last(mark), clock.instant());
        return (int) Math.max(0, mark.count() - Math.max(0, quiet.dividedBy(FORGIVING)));
    }

    /**
     * When the last one was, or will have been; long ago if there is none. A clock that was set
     * back must not make anybody wait for years.
     */
    Instant last(String key) {
        Mark mark = marks.get(key);
        return mark == null ? Instant.EPOCH : last(mark);
    }

    private Instant last(Mark mark) {
        Instant soon = clock.instant().plus(FORGIVING);
        return mark.last().isAfter(soon) ? clock.instant() : mark.last();
    }

    /** One more, at this moment, which may lie ahead. */
    void add(String key, Instant at) {
        marks.put(key, new Mark(count(key) + 1, at));
    }

    /** One less. */
    void takeBack(String key) {
        int count = count(key);
        if (count <= 1) {
            marks.remove(key);
        } else {
            marks.put(key, new Mark(count - 1, last(key)));
        }
    }

    boolean forget(String key) {
        return marks.remove(key) != null;
    }

    /** All that have at least so many. */
    List<Map.Entry<String, Mark>> from(int least) {
        List<Map.Entry<String, Mark>> all = new ArrayList<>();
        for (String key : List.copyOf(marks.keySet())) {
            int count = count(key);
            if (count >= least) {
                all.add(Map.entry(key, new Mark(count, last(key))));
            }
        }
        return all;
    }

    void restore(String key, Mark mark) {
        marks.put(key, mark);
    }
}

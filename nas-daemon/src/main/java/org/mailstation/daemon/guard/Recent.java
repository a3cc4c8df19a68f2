package org.mailstation.daemon.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened lately, by name; the oldest is forgotten when there is too much. */
final class Recent {
    private final Clock clock;
    private final Duration kept;

    private final Map<String, Instant> moments;

    /**
     * @param most names at a time
     * @param kept for how long
     */
    @SuppressWarnings("serial")
    Recent(Clock clock, Duration kept, int most) {
        this.clock = clock;
        this.kept = kept;
        this.moments =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                        return size() > most;
                    }
                };
    }

    boolean has(String name) {
        Instant last = moments.get(name);
        return last != null && clock.instant().isBefore(last.plus(kept));
    }

    /** What is known anyway is written down anew only now and then: the disk may sleep. */
    void add(String name) {
        Instant now = clock.instant();
        moments.compute(
                name,
                (_, last) ->
                        last != null && now.isBefore(last.plus(kept.dividedBy(30))) ? last : now);
    }

    void forgetAll(java.util.function.Predicate<String> unwanted) {
        moments.keySet().removeIf(unwanted);
    }

    Map<String, Instant> all() {
        return new TreeMap<>(moments);
    }

    void restore(Map<String, Instant> before) {
        moments.putAll(before);
    }
}

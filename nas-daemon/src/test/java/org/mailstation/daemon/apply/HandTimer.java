package org.mailstation.daemon.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock and a timer that go on when the test says so. */
public final class HandTimer extends Clock implements Timer {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final List<Entry> waiting = new ArrayList<>();

    private record Entry(Instant at, Runnable action) {}

    @Override
    public Pending after(Duration delay, Runnable action) {
        Entry entry = new Entry(now.plus(delay), action);
        waiting.add(entry);
        return () -> waiting.remove(entry);
    }

    public void goOn(Duration time) {
        now = now.plus(time);
        for (Entry entry : List.copyOf(waiting)) {
            if (!entry.at().isAfter(now) && waiting.remove(entry)) {
                entry.action().run();
            }
        }
    }

    public int pending() {
        return waiting.size();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

package org.mailstation.desktop.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailstation.desktop.flow.Timer;

/** A clock that stands still until a test moves it, and the alarms set on it. */
public final class HandTimer implements Timer, InstantSource {

    private record Alarm(Instant at, Runnable action) {}

    private final List<Alarm> alarms = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-04T12:00:00Z");

    @Override
    public Runnable after(Duration delay, Runnable action) {
        Alarm alarm = new Alarm(now.plus(delay), action);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Another time, without anything happening in between. */
    public void set(Instant time) {
        now = time;
    }

    /** Lets time pass and everything happen that is due in it. */
    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        while (true) {
            Alarm next =
                    alarms.stream()
                            .filter(alarm -> !alarm.at().isAfter(end))
                            .min(Comparator.comparing(Alarm::at))
                            .orElse(null);
            if (next == null) {
                break;
            }
            alarms.remove(next);
            now = next.at();
            next.action().run();
        }
        now = end;
    }

    public int waiting() {
        return alarms.size();
    }
}

package org.mailstation.daemon.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.finding.Health;

class HealthWatchTest {
    private final HandTimer time = new HandTimer();
    private final List<StationEvent> events = new ArrayList<>();
    private Health health = Health.FINE;

    private HealthWatch watch() {
        HealthWatch watch = new HealthWatch(() -> look(), events::add, time, time);
        watch.look();
        return watch;
    }

    private Health look() {
        if (health == Health.UNKNOWN) {
            throw new IllegalStateException("cannot look");
        }
        return health;
    }

    @Test
    void a_change_is_told_once() {
        watch();
        time.goOn(HealthWatch.PERIOD);
        assertThat(events).isEmpty();
        health = Health.BROKEN;
        time.goOn(HealthWatch.PERIOD);
        time.goOn(HealthWatch.PERIOD);
        assertThat(events)
                .containsExactly(
                        new StationEvent.HealthChanged(
                                time.instant().minus(HealthWatch.PERIOD), Health.BROKEN));
    }

    @Test
    void a_look_that_fails_does_not_end_the_watch() {
        watch();
        health = Health.UNKNOWN;
        time.goOn(HealthWatch.PERIOD);
        health = Health.ATTENTION;
        time.goOn(HealthWatch.PERIOD);
        assertThat(events).hasSize(1);
    }

    @Test
    void a_closed_watch_looks_no_more() {
        watch().close();
        health = Health.BROKEN;
        time.goOn(HealthWatch.PERIOD);
        assertThat(events).isEmpty();
        assertThat(time.pending()).isZero();
    }
}

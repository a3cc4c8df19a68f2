package org.mailstation.daemon.status;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.finding.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the station from time to time and tells when its health has changed. */
public final class HealthWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final Supplier<Health> health;
    private final Consumer<StationEvent> events;
    private final Clock clock;
    private final Timer timer;
    private @Nullable Health last;
    private Timer.@Nullable Pending next;
    private boolean closed;

    public HealthWatch(
            Supplier<Health> health, Consumer<StationEvent> events, Clock clock, Timer timer) {
        this.health = health;
        this.events = events;
        this.clock = clock;
        this.timer = timer;
    }

    /** Looks now, and again every half minute. The first look tells nothing. */
    public synchronized void look() {
        if (closed) {
            return;
        }
        try {
            Health now = health.get();
            if (last != null && now != last) {
                LOG.info("The station's health changed from {} to {}", last, now);
                events.accept(new StationEvent.HealthChanged(clock.instant(), now));
            }
            last = now;
        } catch (RuntimeException surprise) {
            LOG.error("The station could not look at itself", surprise);
        }
        next = timer.after(PERIOD, this::look);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}

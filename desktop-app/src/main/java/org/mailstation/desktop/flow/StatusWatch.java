package org.mailstation.desktop.flow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.LogLine;
import org.mailstation.control.Progress;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationListener;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an eye on the station: looks from time to time, and at once when the station tells that
 * something changed or falls silent. Listeners are called on the timer's thread.
 */
public final class StatusWatch implements AutoCloseable {

    /** Between two looks at a station that answers. */
    static final Duration PERIOD = Duration.ofSeconds(60);

    /** Between two tries to reach one that does not. */
    static final Duration RETRY = Duration.ofSeconds(15);

    /** Events come in bunches; one look serves all. */
    static final Duration GATHER = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);

    /** Opens a conversation with the daemon. */
    @FunctionalInterface
    public interface Source {
        Station open() throws FailureException;
    }

    /** Comes along at each look that was answered, to ask more over the same conversation. */
    @FunctionalInterface
    public interface Guest {
        /**
         * @param again whether the look before was not answered, or there was none
         */
        void visit(Station station, boolean again) throws FailureException;
    }

    private final Source source;
    private final Timer timer;
    private final InstantSource clock;
    private final List<Consumer<Sighting>> looks = new CopyOnWriteArrayList<>();
    private final List<Guest> guests = new CopyOnWriteArrayList<>();

    /** Only on the timer's thread. */
    private @Nullable Station station;

    private Sighting latest = new Sighting.NotYet();
    private Runnable next = () -> {};
    private boolean watching;

    public StatusWatch(Source source, Timer timer, InstantSource clock) {
        this.source = source;
        this.timer = timer;
        this.clock = clock;
    }

    /** Hears of every look. */
    public void onLook(Consumer<Sighting> listener) {
        looks.add(listener);
    }

    /** Takes somebody along. */
    public void invite(Guest guest) {
        guests.add(guest);
    }

    public synchronized Sighting latest() {
        return latest;
    }

    /** Begins, or goes on after {@link #pause}. */
    public synchronized void start() {
        watching = true;
        lookIn(Duration.ZERO);
    }

    public synchronized boolean watching() {
        return watching;
    }

    /** Looks now instead of later. */
    public synchronized void checkNow() {
        if (watching) {
            lookIn(Duration.ZERO);
        }
    }

    /** Looks no more until {@link #start}. */
    public synchronized void pause() {
        watching = false;
        next.run();
        next = timer.after(Duration.ZERO, this::hangUp);
    }

    @Override
    public void close() {
        pause();
    }

    private synchronized void lookIn(Duration delay) {
        next.run();
        next = timer.after(delay, this::look);
    }

    private void look() {
        Sighting before = latest();
        Sighting now = ask(before);
        synchronized (this) {
            if (!watching) {
                return;
            }
            latest = now;
            lookIn(now instanceof Sighting.Seen ? PERIOD : RETRY);
        }
        looks.forEach(listener -> listener.accept(now));
    }

    private Sighting ask(Sighting before) {
        try {
            Station open = station == null ? open() : station;
            Sighting.Seen seen = new Sighting.Seen(open.status(), clock.instant());
            guests.forEach(guest -> visit(guest, open, !(before instanceof Sighting.Seen)));
            return seen;
        } catch (FailureException e) {
            LOG.info("the station does not answer: {}", e.failure().code());
            hangUp();
            return switch (before) {
                case Sighting.Silent silent ->
                        new Sighting.Silent(
                                e.failure(), silent.since(), clock.instant(), silent.last());
                case Sighting.Seen seen ->
                        new Sighting.Silent(e.failure(), clock.instant(), clock.instant(), seen);
                case Sighting.NotYet _ ->
                        new Sighting.Silent(e.failure(), clock.instant(), clock.instant(), null);
            };
        }
    }

    /** A question of theirs that is not answered does not make the station a silent one. */
    private static void visit(Guest guest, Station open, boolean again) {
        try {
            guest.visit(open, again);
        } catch (FailureException e) {
            LOG.info("more could not be asked: {}", e.failure().code());
        }
    }

    private Station open() throws FailureException {
        Station open = source.open();
        station = open;
        open.subscribe(new Ear(), false);
        open.onEnd(() -> ended(open));
        return open;
    }

    private void hangUp() {
        Station open = station;
        station = null;
        if (open != null) {
            open.close();
        }
    }

    /**
     * A connection that ends while it is in use is the first sign of a station that fell silent.
     */
    private synchronized void ended(Station which) {
        if (!watching) {
            return;
        }
        timer.after(
                Duration.ZERO,
                () -> {
                    if (station == which) {
                        hangUp();
                        checkNow();
                    }
                });
    }

    private final class Ear implements StationListener {

        @Override
        public void event(StationEvent event) {
            switch (event) {
                case StationEvent.ConfigurationChanged _,
                        StationEvent.HealthChanged _,
                        StationEvent.AddressShutOut _,
                        StationEvent.LetterCame _,
                        StationEvent.LetterRefused _,
                        StationEvent.LetterDelivered _,
                        StationEvent.LetterSent _,
                        StationEvent.LetterDelayed _,
                        StationEvent.LetterReturned _ ->
                        soon();
            }
        }

        @Override
        public void progress(Progress progress) {
            // only requests of this connection have progress, and this one makes no long ones
        }

        @Override
        public void logLine(LogLine line) {
            // not subscribed to
        }

        private void soon() {
            synchronized (StatusWatch.this) {
                if (watching) {
                    lookIn(GATHER);
                }
            }
        }
    }
}

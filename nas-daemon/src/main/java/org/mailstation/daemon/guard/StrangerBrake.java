package org.mailstation.daemon.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mailstation.control.Ban;

/**
 * Shuts those out from port 25 for a time who try out which addresses there are, or who send
 * nothing but what has to be refused. They are told to come again, so that an honest server that
 * shares the address loses no letter. The home's own network is never shut out.
 */
public final class StrangerBrake {
    private static final int FREE = 30;
    private static final int A_STEP = 10;
    private static final Duration FIRST_BAN = Duration.ofMinutes(5);
    private static final Duration LONGEST_BAN = Duration.ofHours(24);

    /** What a letter that was taken makes good. */
    private static final int GOOD = 5;

    private final Clock clock;
    private final Consumer<Ban> banned;
    private final Strikes strikes;

    /**
     * @param banned told of each ban that begins
     */
    public StrangerBrake(Clock clock, Consumer<Ban> banned) {
        this.clock = clock;
        this.banned = banned;
        this.strikes = new Strikes(clock);
    }

    public synchronized boolean isShutOut(Place place) {
        return !place.home() && until(place.name()).isAfter(clock.instant());
    }

    private Instant until(String place) {
        int beyond = strikes.count(place) - FREE;
        if (beyond < 0) {
            return Instant.MIN;
        }
        Duration ban = FIRST_BAN.multipliedBy(1L << Math.min(beyond / A_STEP, 12));
        return strikes.last(place).plus(ban.compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : ban);
    }

    /** An unknown recipient, a command that is none, a letter that is refused for good. */
    public void bad(Place place) {
        if (place.home()) {
            return;
        }
        Ban ban;
        synchronized (this) {
            boolean before = isShutOut(place);
            strikes.add(place.name(), clock.instant());
            ban = !before && isShutOut(place) ? ban(place.name()) : null;
        }
        if (ban != null) {
            banned.accept(ban);
        }
    }

    /** A letter was taken. */
    public synchronized void good(Place place) {
        for (int i = 0; i < GOOD; i++) {
            strikes.takeBack(place.name());
        }
    }

    private Ban ban(String place) {
        return new Ban(place, Ban.Reason.LETTERS, until(place), strikes.count(place));
    }

    synchronized List<Ban> bans() {
        Instant now = clock.instant();
        return strikes.from(FREE).stream()
                .map(Map.Entry::getKey)
                .map(this::ban)
                .filter(ban -> ban.until().isAfter(now))
                .toList();
    }

    synchronized boolean lift(String place) {
        return strikes.forget(place);
    }

    synchronized List<GuardMemory.Marked> kept() {
        return GuardMemory.marks(strikes.from(FREE / 2));
    }

    synchronized void restore(List<GuardMemory.Marked> before) {
        before.forEach(mark -> strikes.restore(mark.key(), mark.mark()));
    }
}

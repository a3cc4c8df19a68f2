package org.mailstation.daemon.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.mailstation.control.Ban;

/**
 * Slows whoever guesses passwords: after a few failures of one place each further try has to wait,
 * twice as long every time. A wait of a minute or longer is a ban: the place is refused at once,
 * whatever it says, over all protocols. Three are never shut out but wait half a minute at most:
 *
 * <ul>
 *   <li>the home's own network;
 *   <li>who has signed in to this account from this place before, since a telephone shares its
 *       provider's address with strangers;
 *   <li>who repeats the same wrong password, as a telephone does that has not been told the new
 *       one: nothing is learnt by that, so it is no guess.
 * </ul>
 *
 * An account that many places guess at is slowed for strangers too.
 */
public final class LoginBrake {
    private static final int FREE_FAILURES = 4;

    /** The tenth failure comes after a minute, and is followed by the first ban. */
    static final int BANNED_FROM = 10;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** So short that a person who was wrong ten times gets in within a minute. */
    private static final Duration FIRST_BAN = Duration.ofSeconds(60);

    private static final Duration LONGEST_BAN = Duration.ofHours(24);

    /** Nobody waits longer for an answer: whoever would have to is refused at once. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration REPEATED = Duration.ofSeconds(2);
    private static final int FREE_IN_A_CROWD = 8;
    private static final Duration LONGEST_IN_A_CROWD = Duration.ofSeconds(4);
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final int MOST_KNOWN = 2000;

    /** What to do with a try. */
    public sealed interface Answer {
        /**
         * It is answered after this wait. It counts as failed until {@link #succeeded}, so that
         * many connections at once gain nothing: each has to wait behind the others.
         */
        record Try(Duration pause, Place place, String account, String track) implements Answer {}

        /** It is not looked at. */
        record NotNow(Instant until) implements Answer {}
    }

    private final Clock clock;
    private final Consumer<Ban> banned;
    private final Strikes strikes;
    private final Recent known;

    /**
     * @param banned told of each new or longer ban
     */
    public LoginBrake(Clock clock, Consumer<Ban> banned) {
        this.clock = clock;
        this.banned = banned;
        this.strikes = new Strikes(clock);
        this.known = new Recent(clock, KNOWN, MOST_KNOWN);
    }

    /** Whether this account has signed in from there, and nobody is hammering at it from there. */
    public synchronized boolean isTrusted(Place place, String account) {
        return known.has(pair(place, account)) && rest(place, account).compareTo(PATIENCE) <= 0;
    }

    /**
     * Asks to try once.
     *
     * @param repeated whether the very same guess was wrong lately
     */
    public synchronized Answer admit(Place place, String account, boolean repeated) {
        Duration rest = rest(place, account);
        Duration crowd = isStranger(place, account) ? crowd(account) : Duration.ZERO;
        Duration wait = rest.compareTo(crowd) > 0 ? rest : crowd;
        Instant now = clock.instant();
        if (repeated && !isShutOut(place, account)) {
            return new Answer.Try(REPEATED, place, account, "");
        }
        if (wait.compareTo(PATIENCE) > 0) {
            return new Answer.NotNow(now.plus(wait));
        }
        String track = track(place, account);
        Instant turn = now.plus(wait);
        strikes.add(track, turn);
        if (isStranger(place, account)) {
            strikes.add(crowdOf(account), turn);
        } else if (track.startsWith("p ") && strikes.count(all(place)) < BANNED_FROM - 1) {
            strikes.add(all(place), now);
        }
        return new Answer.Try(wait, place, account, track);
    }

    /** Takes the try back; from now on the account is known from there. */
    public synchronized void succeeded(Answer.Try attempt) {
        if (!attempt.track().isEmpty()) {
            strikes.takeBack(attempt.track());
            if (attempt.track().startsWith("p ")) {
                strikes.takeBack(all(attempt.place()));
            }
        }
        strikes.forget(crowdOf(attempt.account()));
        known.add(pair(attempt.place(), attempt.account()));
    }

    /** It was wrong. Tells if the place is shut out now. */
    public void failed(Answer.Try attempt) {
        Ban ban;
        synchronized (this) {
            ban =
                    attempt.track().equals(shut(attempt.place()))
                                    && strikes.count(attempt.track()) >= BANNED_FROM
                            ? ban(attempt.place().name())
                            : null;
        }
        if (ban != null) {
            banned.accept(ban);
        }
    }

    private boolean isShutOut(Place place, String account) {
        return isStranger(place, account)
                && strikes.count(shut(place)) >= BANNED_FROM
                && rest(place, account).isPositive();
    }

    private boolean isStranger(Place place, String account) {
        return !place.home() && !known.has(pair(place, account));
    }

    private String track(Place place, String account) {
        return known.has(pair(place, account)) ? "p " + pair(place, account) : all(place);
    }

    private static String pair(Place place, String account) {
        return place.name() + " " + account;
    }

    private static String crowdOf(String account) {
        return "n " + account;
    }

    private static String all(Place place) {
        return place.home() ? "h " + place.name() : shut(place);
    }

    private static String shut(Place place) {
        return "a " + place.name();
    }

    private Duration rest(Place place, String account) {
        String track = track(place, account);
        int level = strikes.count(track);
        if (track.startsWith("p ")) {
            // whoever guesses at several people from one place shall not begin anew with each
            level = Math.max(level, Math.min(strikes.count(all(place)), BANNED_FROM - 1));
        }
        return left(track, pause(level, track.startsWith("a ")));
    }

    private Duration crowd(String account) {
        int beyond = strikes.count(crowdOf(account)) - FREE_IN_A_CROWD;
        return beyond < 0
                ? Duration.ZERO
                : left(crowdOf(account), shorter(doubled(FIRST_WAIT, beyond), LONGEST_IN_A_CROWD));
    }

    private Duration left(String track, Duration pause) {
        Duration rest = Duration.between(clock.instant(), strikes.last(track).plus(pause));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static Duration pause(int level, boolean mayBeShutOut) {
        if (level < FREE_FAILURES) {
            return Duration.ZERO;
        }
        return level >= BANNED_FROM && mayBeShutOut
                ? shorter(doubled(FIRST_BAN, level - BANNED_FROM), LONGEST_BAN)
                : shorter(doubled(FIRST_WAIT, level - FREE_FAILURES), LONGEST_WAIT);
    }

    private static Duration doubled(Duration first, int times) {
        return first.multipliedBy(1L << Math.min(times, 20));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Ban ban(String place) {
        String key = "a " + place;
        int count = strikes.count(key);
        return new Ban(place, Ban.Reason.LOGINS, strikes.last(key).plus(pause(count, true)), count);
    }

    /** Who is shut out now. */
    synchronized List<Ban> bans() {
        Instant now = clock.instant();
        return strikes.from(BANNED_FROM).stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith("a "))
                .map(key -> ban(key.substring(2)))
                .filter(ban -> ban.until().isAfter(now))
                .toList();
    }

    /** Forgets what came from there; {@code false} if there was nothing. */
    synchronized boolean lift(String place) {
        return strikes.forget("a " + place);
    }

    /** Forgets from where accounts have signed in that are no more. */
    public synchronized void retain(java.util.Set<String> accounts) {
        known.forgetAll(pair -> !accounts.contains(pair.substring(pair.indexOf(' ') + 1)));
    }

    synchronized GuardMemory.Logins kept() {
        return new GuardMemory.Logins(
                GuardMemory.marks(strikes.from(FREE_FAILURES)),
                GuardMemory.moments(new TreeMap<>(known.all())));
    }

    synchronized void restore(GuardMemory.Logins before) {
        before.marks().forEach(mark -> strikes.restore(mark.key(), mark.mark()));
        Map<String, Instant> moments = new TreeMap<>();
        before.known().forEach(moment -> moments.put(moment.name(), moment.at()));
        known.restore(moments);
    }
}

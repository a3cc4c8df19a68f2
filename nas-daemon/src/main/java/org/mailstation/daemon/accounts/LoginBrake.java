package org.mailstation.daemon.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows whoever guesses passwords: after a few failures of one network address or for one account,
 * each further try has to wait, twice as long every time up to a limit. The wait is short enough
 * that a rightful person gets in again within a minute.
 */
public final class LoginBrake {
    private static final int FREE_FAILURES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(32);

    /** Nobody waits longer: whoever would have to is refused at once. */
    public static final Duration TOO_LONG = Duration.ofSeconds(60);

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_KEYS = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;

    @SuppressWarnings("serial")
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    public LoginBrake(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks to try once. The try counts as failed until {@link #succeeded} takes that back, so that
     * many connections at once gain nothing: each has to wait behind the others.
     *
     * @return how long to wait before the try is answered; longer than {@link #TOO_LONG} means not
     *     to try at all
     */
    public synchronized Duration admit(String address, String account) {
        Duration byAddress = wait("a " + address);
        Duration byAccount = wait("n " + account);
        Duration wait = byAddress.compareTo(byAccount) > 0 ? byAddress : byAccount;
        if (wait.compareTo(TOO_LONG) <= 0) {
            Instant turn = clock.instant().plus(wait);
            count("a " + address, turn);
            count("n " + account, turn);
        }
        return wait;
    }

    private Duration wait(String key) {
        Failures past = failures.get(key);
        if (past == null || past.count() < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(past.count() - FREE_FAILURES, 10);
        Duration pause = FIRST_WAIT.multipliedBy(1L << doublings);
        Instant free = past.last().plus(pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause);
        Duration rest = Duration.between(clock.instant(), free);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private void count(String key, Instant turn) {
        Failures past = failures.get(key);
        int before =
                past == null || past.last().plus(FORGOTTEN_AFTER).isBefore(turn) ? 0 : past.count();
        failures.put(key, new Failures(before + 1, turn));
    }

    /**
     * A right password clears the account's record; of the address's only this try, as it may be
     * guessing at others.
     */
    public synchronized void succeeded(String address, String account) {
        failures.remove("n " + account);
        failures.computeIfPresent(
                "a " + address,
                (_, past) ->
                        past.count() == 1 ? null : new Failures(past.count() - 1, past.last()));
    }
}

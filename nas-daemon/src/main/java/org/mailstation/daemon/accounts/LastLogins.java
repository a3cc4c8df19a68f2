package org.mailstation.daemon.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** When somebody was let in last, for each account. */
public final class LastLogins {
    /** Mail programs come every few minutes; the disk need not hear of each. */
    static final Duration EXACT = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Long> seconds;
    private final Clock clock;

    /**
     * @param seconds since 1970, by address; survives restarts
     */
    public LastLogins(ConcurrentMap<String, Long> seconds, Clock clock) {
        this.seconds = seconds;
        this.clock = clock;
    }

    /** Somebody was let in. */
    void note(String address) {
        long now = clock.instant().getEpochSecond();
        Long before = seconds.get(address);
        if (before == null || Math.abs(now - before) >= EXACT.toSeconds()) {
            seconds.put(address, now);
        }
    }

    /** When it was, to the minute; {@code null}: not known. */
    public @Nullable Instant of(String address) {
        Long at = seconds.get(address);
        return at == null ? null : Instant.ofEpochSecond(at);
    }

    /** Whoever gets a removed address again later has not signed in yet. */
    public void retain(Collection<String> addresses) {
        seconds.keySet().retainAll(addresses);
    }
}

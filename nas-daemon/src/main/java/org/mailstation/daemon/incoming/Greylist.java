package org.mailstation.daemon.incoming;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers that nobody knows and nobody vouches for to come again in some minutes (RFC 6647).
 * Every mail server does; programs that only send junk mostly do not. A server that came again is
 * known from then on, with its neighbours, since large providers send from many.
 */
public final class Greylist {
    /** Servers try again after five minutes or more. */
    private static final Duration WAIT = Duration.ofMinutes(4);

    /** RFC 6647 5: who comes again later has given up, and begins anew. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    /** As long as a monthly letter needs. */
    private static final Duration MEMORY = Duration.ofDays(40);

    private static final int MOST_ENTRIES = 50_000;
    private static final int BETWEEN_CLEANINGS = 500;

    private final ConcurrentMap<String, Long> seen;
    private final Clock clock;
    private final AtomicInteger added = new AtomicInteger();

    /**
     * @param seen survives restarts: moments in seconds since 1970, when a network was known last,
     *     or when a letter was first sent away
     */
    public Greylist(ConcurrentMap<String, Long> seen, Clock clock) {
        this.seen = seen;
        this.clock = clock;
    }

    /** Whether this letter is sent away for now. Remembers it. */
    public boolean mustWait(InetAddress client, String sender, String recipient) {
        Instant now = clock.instant();
        String network = "known " + network(client);
        if (isWithin(seen.get(network), MEMORY, now)) {
            seen.put(network, now.getEpochSecond());
            return false;
        }
        String letter = "first " + network(client) + " " + sender + " " + recipient;
        Long first = seen.get(letter);
        if (first == null || !isWithin(first, PATIENCE, now)) {
            clean(now);
            seen.put(letter, now.getEpochSecond());
            return true;
        }
        if (isWithin(first, WAIT, now)) {
            return true;
        }
        seen.remove(letter);
        seen.put(network, now.getEpochSecond());
        return false;
    }

    /** Somebody vouches for a letter of this server: its next one is welcome, vouched or not. */
    public void isKnown(InetAddress client) {
        seen.put("known " + network(client), clock.instant().getEpochSecond());
    }

    private static boolean isWithin(@Nullable Long since, Duration time, Instant now) {
        return since != null && now.getEpochSecond() - since < time.toSeconds();
    }

    /** 256 addresses, or one customer's network of IPv6. */
    private static String network(InetAddress client) {
        byte[] octets = client.getAddress();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < (octets.length == 4 ? 3 : 8); i++) {
            name.append(Integer.toHexString(octets[i] & 0xff)).append('.');
        }
        return name.toString();
    }

    /** Now and then: whoever makes up senders must not fill the disk. */
    private void clean(Instant now) {
        if (added.incrementAndGet() % BETWEEN_CLEANINGS == 0 || seen.size() >= MOST_ENTRIES) {
            seen.entrySet().stream()
                    .filter(entry -> !isWithin(entry.getValue(), life(entry.getKey()), now))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(seen::remove);
        }
        if (seen.size() >= MOST_ENTRIES) {
            seen.keySet().stream()
                    .filter(key -> key.startsWith("first "))
                    .limit(MOST_ENTRIES / 10)
                    .toList()
                    .forEach(seen::remove);
        }
    }

    private static Duration life(String key) {
        return key.startsWith("known ") ? MEMORY : PATIENCE;
    }
}

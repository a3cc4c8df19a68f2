package org.mailstation.daemon.tls;

import io.netty.handler.ssl.OpenSslSessionTicketKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which a client keeps its own session (RFC 5077). They are in memory only and
 * change, so that whoever gets hold of one reads no more than a day's TLS 1.2 with it; a client
 * that comes back under the key before is still known.
 */
final class TicketKeys {
    /** How long tickets are made with a key; they are taken for as long again. */
    static final long LIFE_MILLIS = Duration.ofHours(12).toMillis();

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Consumer<OpenSslSessionTicketKey[]> library;
    private @Nullable OpenSslSessionTicketKey current;
    private volatile long until = Long.MIN_VALUE;

    /**
     * @param library is told the keys, that for new tickets first
     */
    TicketKeys(Clock clock, Consumer<OpenSslSessionTicketKey[]> library) {
        this.clock = clock;
        this.library = library;
    }

    /** To be called for each connection. */
    void renew() {
        if (clock.millis() >= until) {
            change();
        }
    }

    private synchronized void change() {
        long now = clock.millis();
        if (now < until) {
            return;
        }
        OpenSslSessionTicketKey before = current;
        OpenSslSessionTicketKey fresh = fresh();
        // a key that was not used for a day is not worth keeping
        boolean keep = before != null && now < until + LIFE_MILLIS;
        library.accept(
                keep
                        ? new OpenSslSessionTicketKey[] {fresh, before}
                        : new OpenSslSessionTicketKey[] {fresh});
        current = fresh;
        until = now + LIFE_MILLIS;
    }

    private OpenSslSessionTicketKey fresh() {
        return new OpenSslSessionTicketKey(
                octets(OpenSslSessionTicketKey.NAME_SIZE),
                octets(OpenSslSessionTicketKey.HMAC_KEY_SIZE),
                octets(OpenSslSessionTicketKey.AES_KEY_SIZE));
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}

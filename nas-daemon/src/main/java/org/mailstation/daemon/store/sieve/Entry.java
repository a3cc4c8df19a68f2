package org.mailstation.daemon.store.sieve;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A script of an account.
 *
 * @param number names its file
 * @param octets of its content
 * @param activeSince {@code null} if it is not the active one
 */
record Entry(int number, long octets, @Nullable Instant activeSince, String name) {
    Entry named(String other) {
        return new Entry(number, octets, activeSince, other);
    }

    Entry active(@Nullable Instant since) {
        return new Entry(number, octets, since, name);
    }
}

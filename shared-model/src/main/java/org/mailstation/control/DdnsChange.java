package org.mailstation.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the line's address.
 *
 * @param from the address that the name led to; empty: nobody knew
 * @param to the new address
 * @param lastGood when the name was last known to be right, or {@code null}
 * @param noticed when the station saw the new address
 * @param published when the provider took it, or {@code null}: not yet
 * @param attempts how often the provider was told
 */
public record DdnsChange(
        String from,
        String to,
        @Nullable Instant lastGood,
        Instant noticed,
        @Nullable Instant published,
        int attempts) {

    /**
     * How long at most mail went to the old address, not counting how long others remember it; so
     * far, if the provider has not taken it yet.
     */
    public Duration risk(Instant now) {
        return Duration.between(
                lastGood == null ? noticed : lastGood, published == null ? now : published);
    }
}

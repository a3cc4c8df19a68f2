package org.mailstation.registry;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a registry says of a domain (RFC 9083 4.5, 4.6).
 *
 * @param registered when it was given to its owner, or {@code null}
 * @param expires when it ends unless it is paid for, or {@code null}
 * @param status in small letters
 */
public record DomainLife(
        @Nullable Instant registered, @Nullable Instant expires, List<String> status) {
    /** RFC 8056: taken out of the DNS, or about to be. */
    private static final Set<String> DEAD =
            Set.of("client hold", "server hold", "redemption period", "pending delete", "inactive");

    public DomainLife {
        status = List.copyOf(status);
    }

    /** Whether it is no longer in the DNS because of its registration. */
    public boolean dead() {
        return status.stream().anyMatch(DEAD::contains);
    }
}

package org.mailstation.router;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port of the router that leads somewhere, as the router tells it.
 *
 * @param external on the router's outside
 * @param client the address at home that it leads to, as the router writes it
 * @param internal the port there
 * @param enabled whether it is in force
 * @param description what the one who asked for it called it; empty if not told
 * @param lease time left, or {@code null}: it stays until somebody removes it
 */
public record Mapping(
        int external,
        String client,
        int internal,
        boolean enabled,
        String description,
        @Nullable Duration lease) {

    /** Whether it does what was wished for by that client. */
    public boolean fulfils(Wish wish, String ownAddress) {
        return external == wish.external()
                && internal == wish.internal()
                && enabled
                && client.equals(ownAddress);
    }
}

package org.mailstation.config;

import java.util.List;

/**
 * An address that leads to others.
 *
 * @param address full address at one of the station's domains, or {@code @domain} for whatever
 *     nobody else has (catch-all)
 * @param to full addresses, here or elsewhere, at least one
 */
public record Alias(String address, List<String> to) {
    public Alias {
        to = List.copyOf(to);
    }
}

package org.mailstation.control;

import java.util.List;
import org.mailstation.config.Relay;

/**
 * Which destinations are reached through the relay.
 *
 * @param use when letters take this way, as configured
 * @param host of the relay; empty: none
 * @param known whether what was to be forgotten was there; true if nothing was
 * @param destinations that refused letters from the line at home
 */
public record Relayed(
        Relay.Use use, String host, boolean known, List<RelayedDestination> destinations) {
    public Relayed {
        destinations = List.copyOf(destinations);
    }
}

package org.mailstation.control;

import java.time.Instant;

/**
 * A destination that takes no letters from the line at home, so that they go through the relay.
 *
 * @param destination the domain of its mail servers; {@link #EVERYWHERE}: every one
 * @param reason what it answered
 * @param since when it did
 * @param until then it is tried directly again
 */
public record RelayedDestination(String destination, String reason, Instant since, Instant until) {
    /** The line lets no letter out, wherever it is to go. */
    public static final String EVERYWHERE = "*";
}

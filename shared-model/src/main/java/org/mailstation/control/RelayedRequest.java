package org.mailstation.control;

/**
 * Asks which destinations are reached through the relay.
 *
 * @param destination does not matter to {@link Wanted#LIST}
 */
public record RelayedRequest(Wanted wanted, String destination) {
    /** What to do before answering. */
    public enum Wanted {
        LIST,
        /** the next letter there is tried directly again */
        FORGET
    }
}

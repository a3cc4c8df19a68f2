package org.mailstation.control;

/**
 * Asks who is shut out.
 *
 * @param address of whom to let in again; does not matter to {@link Wanted#LIST}
 */
public record BanRequest(Wanted wanted, String address) {
    /** What to do. */
    public enum Wanted {
        LIST,
        /** let somebody in again */
        LIFT
    }
}

package org.mailstation.control;

/**
 * Asks about the passwords that single devices of a person have.
 *
 * @param address of a configured account
 * @param device its name, for example {@code Anna's phone}; does not matter to {@link Wanted#LIST}
 */
public record AppPasswordRequest(String address, Wanted wanted, String device) {
    /** What to do. */
    public enum Wanted {
        LIST,
        /** make one, which is told this one time */
        MAKE,
        /** the device must not sign in any more */
        REVOKE
    }
}

package org.mailstation.control;

import java.time.Instant;

/**
 * Somebody who is shut out for a time.
 *
 * @param address an IPv4 address, or an IPv6 network as {@code 2001:db8:1:2::/64}
 * @param until when they may try again
 * @param times how often they did what they are shut out for
 */
public record Ban(String address, Reason reason, Instant until, int times) {
    /** What they did, and what they are shut out from. */
    public enum Reason {
        /** guessed passwords; cannot sign in */
        LOGINS,
        /** tried out addresses, or sent only what had to be refused; port 25 is closed to them */
        LETTERS
    }
}

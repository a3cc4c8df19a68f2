package org.mailstation.daemon.delivery;

/**
 * What came of handing a letter to another server. {@code words} are the other server's, or
 * technical ones; never a password.
 */
public sealed interface Handed {
    /** It is the other one's now. */
    record Taken() implements Handed {}

    /** Somebody answered, and did not take it. */
    record Refused(String words) implements Handed {}

    /** Nobody answered, or not as a mail server. */
    record Unreachable(String words) implements Handed {}
}

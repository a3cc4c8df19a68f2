package org.mailstation.router.stun;

import java.net.InetSocketAddress;

/** What a STUN server said about where a question came from. */
public sealed interface Reflexive {
    /** It came from there, in the server's eyes. */
    record From(InetSocketAddress address) implements Reflexive {}

    /** The server would not say; {@code code} as in RFC 8489 14.8. */
    record Refused(int code) implements Reflexive {}

    /** No answer came, or the question did not get out. */
    record Silent(String why) implements Reflexive {}

    /** An answer came, but without an address in it. */
    record Garbled(String why) implements Reflexive {}
}

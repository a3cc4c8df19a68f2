package org.mailstation.daemon.delivery;

/**
 * What came of a rehearsal with the relay. {@code words} are the relay's own, or technical ones;
 * never the password.
 */
public sealed interface RelayAnswer {
    /** It would take a letter. */
    record Ready() implements RelayAnswer {}

    /** There is a login name, but no password was put. */
    record NoPassword() implements RelayAnswer {}

    record NotReachable(String words) implements RelayAnswer {}

    /** TLS does not come up as it is set: not offered, or spoken in another way. */
    record NoTls(String words) implements RelayAnswer {}

    /** TLS comes up, but its certificate is for somebody else or of nobody known. */
    record Untrusted(String words) implements RelayAnswer {}

    record LoginRefused(String words) implements RelayAnswer {}

    record SenderRefused(String words) implements RelayAnswer {}

    record RecipientRefused(String words) implements RelayAnswer {}

    /** It refuses for the moment (4yz). */
    record NotNow(String words) implements RelayAnswer {}
}

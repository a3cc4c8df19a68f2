package org.mailstation.config;

/**
 * The server that outgoing letters go through (smarthost), where the line at home may not deliver
 * them itself. The password is the secret {@code relay}.
 *
 * @param use when letters take this way
 * @param host server name; empty if {@code use} is {@link Use#NEVER}
 * @param port usually 587 or 465
 * @param security how the connection is encrypted
 * @param user login name; empty for none
 */
public record Relay(Use use, String host, int port, Security security, String user) {
    public enum Use {
        NEVER,
        WHEN_REFUSED,
        ALWAYS
    }

    public enum Security {
        STARTTLS,
        TLS
    }

    public static final Relay NONE = new Relay(Use.NEVER, "", 587, Security.STARTTLS, "");
}

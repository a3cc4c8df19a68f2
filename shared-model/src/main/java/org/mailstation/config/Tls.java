package org.mailstation.config;

/**
 * Where the certificate comes from.
 *
 * @param certificateFile PEM chain on the NAS, for {@link Source#FILES}; empty otherwise
 * @param keyFile PEM private key on the NAS, for {@link Source#FILES}; empty otherwise
 * @param authority directory of an authority that speaks ACME (RFC 8555 7.1.1), for {@link
 *     Source#ACME}; empty: {@link #LETS_ENCRYPT}
 */
public record Tls(Source source, String certificateFile, String keyFile, String authority) {
    /** The authority that most use: it costs nothing and asks for no account. */
    public static final String LETS_ENCRYPT = "https://acme-v02.api.letsencrypt.org/directory";

    public enum Source {
        SELF_SIGNED,
        ACME,
        FILES
    }

    public static final Tls SELF_SIGNED = new Tls(Source.SELF_SIGNED, "", "");

    /** With the usual authority, where one is asked. */
    public Tls(Source source, String certificateFile, String keyFile) {
        this(source, certificateFile, keyFile, "");
    }
}

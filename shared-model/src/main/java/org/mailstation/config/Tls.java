package org.mailstation.config;

/**
 * Where the certificate comes from.
 *
 * @param certificateFile PEM chain on the NAS, for {@link Source#FILES}; empty otherwise
 * @param keyFile PEM private key on the NAS, for {@link Source#FILES}; empty otherwise
 */
public record Tls(Source source, String certificateFile, String keyFile) {
    public enum Source {
        SELF_SIGNED,
        ACME,
        FILES
    }

    public static final Tls SELF_SIGNED = new Tls(Source.SELF_SIGNED, "", "");
}

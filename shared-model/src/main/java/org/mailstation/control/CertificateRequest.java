package org.mailstation.control;

/** Asks about the certificate that an authority gives. */
public record CertificateRequest(Wanted wanted) {
    /** What to do before answering. */
    public enum Wanted {
        /** nothing */
        TELL,
        /** fetch one now, which takes up to some minutes */
        RENEW
    }
}

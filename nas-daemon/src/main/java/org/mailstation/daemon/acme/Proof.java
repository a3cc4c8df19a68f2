package org.mailstation.daemon.acme;

/** A way to show that a name is ours: what the authority asks for is put where it looks. */
public interface Proof {
    /** The ways that are known (RFC 8555 8.3, 8.4). */
    enum Kind {
        /** a page on port 80 of the name */
        HTTP,
        /** a TXT record under the name */
        DNS
    }

    Kind kind();

    /**
     * Shows it until the result is closed.
     *
     * @param name whose proof it is
     * @param token names the page; not used in the DNS
     * @param value what the page or the record says
     * @throws NotCertifiedException if it cannot be shown
     */
    Shown show(String name, String token, String value)
            throws NotCertifiedException, InterruptedException;

    /** Something that others can see. */
    interface Shown extends AutoCloseable {
        /** Takes it away. */
        @Override
        void close();
    }
}

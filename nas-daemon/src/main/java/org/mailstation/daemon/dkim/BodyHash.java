package org.mailstation.daemon.dkim;

/** The hash of a body in one of its two forms (RFC 6376 3.4), a piece at a time. */
interface BodyHash {
    void update(byte[] bytes, int offset, int length);

    /** To be called once, at the end. */
    byte[] hash();

    /** How many octets the form has; known after {@link #hash}. */
    long length();
}

package org.mailstation.daemon.store.outline;

/** What is kept of a letter, in the octets in which a client gets it (RFC 3501 7.4.2). */
public enum Kind {
    ENVELOPE,
    BODY,
    STRUCTURE
}

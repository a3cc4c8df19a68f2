package org.mailstation.daemon.assurance;

/** How well a letter was protected on its way to the next server; its name stands in the trace. */
public enum Protection {
    CLEAR,
    /** encrypted, for whoever answered (RFC 7435) */
    ENCRYPTED,
    /** encrypted for the server that was meant, as its certificate proves */
    PROVEN,
    /** the same, as the destination's policy wants it (RFC 8461) */
    MTA_STS,
    /** the same, as its signed records in the DNS want it (RFC 7672) */
    DANE
}

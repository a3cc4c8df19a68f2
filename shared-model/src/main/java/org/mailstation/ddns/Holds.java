package org.mailstation.ddns;

/** Whether a name at a provider can hold a kind of record beside its address. */
public enum Holds {
    NO,
    /** entered by a person on the provider's page */
    WEB,
    /** by programs too */
    API,
    UNKNOWN
}

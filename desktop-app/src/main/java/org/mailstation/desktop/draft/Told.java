package org.mailstation.desktop.draft;

/** What is known of something that was measured. */
public enum Told {
    YES,
    NO,
    /** could not be told: neither a yes nor a no */
    UNKNOWN
}

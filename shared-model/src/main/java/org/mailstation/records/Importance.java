package org.mailstation.records;

/** What is missing while a record is not there. */
public enum Importance {
    /** letters do not arrive */
    NEEDED,
    /** others distrust the station's letters */
    ADVISED,
    /** a comfort */
    OPTIONAL
}

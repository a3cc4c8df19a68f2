package org.mailstation.finding;

/** Where somebody stood when he looked. */
public enum Vantage {
    PC,
    NAS,
    OUTSIDE,
    DNS
}

package org.mailstation.finding;

/** How much it matters when a check does not pass. */
public enum Severity {
    INFORMATION,
    WARNING,
    ERROR,
    CRITICAL
}

package org.mailstation.finding;

/** The answer of a check. "Could not ask" is never folded into pass or fail. */
public enum Verdict {
    PASS,
    WARN,
    FAIL,
    UNKNOWN,
    NOT_APPLICABLE
}

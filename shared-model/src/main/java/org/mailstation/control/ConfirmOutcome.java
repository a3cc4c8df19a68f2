package org.mailstation.control;

/** What became of a confirmation. */
public sealed interface ConfirmOutcome {
    record Confirmed(int revision) implements ConfirmOutcome {}

    /** Nothing waits for that confirmation: too late, or never on probation. */
    record NothingPending(int revision) implements ConfirmOutcome {}
}

package org.mailstation.control;

import java.time.Instant;

/**
 * One thing that became of a letter.
 *
 * @param to whom it concerns; empty: all
 * @param place a folder, or the name of the other server that was asked; may be empty
 * @param detail the answer of another server, or ours; may be empty
 */
public record TraceStep(Instant at, Kind kind, String to, String place, String detail) {
    /** What it is. */
    public enum Kind {
        /** not taken; {@code detail} is what the sender was told */
        REFUSED,
        /** put into the folder {@code place} */
        DELIVERED,
        /** waits to go to another server, or for room in a mailbox */
        QUEUED,
        /**
         * taken by the server {@code place}; {@code detail} is how the way there was protected:
         * {@code CLEAR}, {@code ENCRYPTED}, {@code PROVEN}, {@code MTA_STS} or {@code DANE}
         */
        SENT,
        /** goes to the relay {@code place}, as {@code detail} was the answer without it */
        RELAYED,
        /** tried in vain and kept; {@code detail} is the answer */
        DELAYED,
        /** given back to the sender; {@code detail} is the answer */
        RETURNED,
        /** a rule of the account's owner applies: script {@code place}, line {@code detail} */
        RULED,
        /** thrown away, as a rule wants */
        DISCARDED,
        /** the sender was told that {@code to} is away */
        ANSWERED
    }
}

package org.mailstation.control;

/**
 * Asks which letters wait to leave.
 *
 * @param id which one to try, as {@link WaitingLetter#id}; empty: all. Does not matter to {@link
 *     Wanted#LIST}
 */
public record QueueRequest(Wanted wanted, String id) {
    /** What to do before answering. */
    public enum Wanted {
        LIST,
        /** do not wait for the time of the next try */
        TRY_NOW,
        /** try no more: the letter goes back to its sender with a report; {@code id} is needed */
        GIVE_UP
    }
}

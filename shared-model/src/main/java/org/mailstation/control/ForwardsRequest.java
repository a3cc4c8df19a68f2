package org.mailstation.control;

/** Asks about the forwards of the router. */
public record ForwardsRequest(Wanted wanted) {
    /** What to do before answering. */
    public enum Wanted {
        /** nothing: tell what is known */
        TELL,
        /** search and ask the router now, for everything */
        ASK_AGAIN,
        /** take back everything that was asked for, as before an uninstallation */
        WITHDRAW
    }
}

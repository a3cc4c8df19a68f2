package org.mailstation.desktop.login;

/** What came of signing in to a mailbox. */
public sealed interface LoginAnswer {

    /**
     * It worked.
     *
     * @param letters in the inbox
     */
    record SignedIn(int letters) implements LoginAnswer {}

    /**
     * The station says no.
     *
     * @param words as it says so
     */
    record Refused(String words) implements LoginAnswer {}

    /** Somebody with another key answers; nothing was sent to him. */
    record Stranger() implements LoginAnswer {}

    /**
     * Nobody answers, or nobody who speaks IMAP.
     *
     * @param why in technical words
     */
    record NoWay(String why) implements LoginAnswer {}
}

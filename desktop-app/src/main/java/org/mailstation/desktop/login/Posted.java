package org.mailstation.desktop.login;

/** What came of handing a letter in at the station. */
public sealed interface Posted {

    /** The station has taken it, and answers for it from now on. */
    record Taken() implements Posted {}

    /**
     * The station says no.
     *
     * @param words as it says so
     */
    record Refused(String words) implements Posted {}

    /** Somebody with another key answers; nothing was sent to him. */
    record Stranger() implements Posted {}

    /**
     * Nobody answers, or nobody who speaks SMTP.
     *
     * @param why in technical words
     */
    record NoWay(String why) implements Posted {}
}

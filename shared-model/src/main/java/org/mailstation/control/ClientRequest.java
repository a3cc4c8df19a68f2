package org.mailstation.control;

/**
 * Asks what a mail program must be told.
 *
 * @param address of a configured account
 * @param pop3 whether POP3 is wished rather than IMAP
 */
public record ClientRequest(String address, Form form, boolean pop3) {
    /** For which program. */
    public enum Form {
        /** words for a person */
        TEXT,
        /** Thunderbird's file */
        AUTOCONFIG,
        /** Outlook's answer */
        AUTODISCOVER,
        /** Apple's profile */
        MOBILECONFIG
    }
}

package org.mailstation.daemon.delivery;

/** Where in an account a letter is put. */
public enum Folder {
    INBOX("INBOX"),
    /** RFC 6154 2 */
    JUNK("Junk");

    private final String mailbox;

    Folder(String mailbox) {
        this.mailbox = mailbox;
    }

    /** Name of the mailbox. */
    public String mailbox() {
        return mailbox;
    }
}

package org.mailstation.daemon.delivery;

/** Where in an account a letter is put. */
public enum Folder {
    INBOX("INBOX"),
    /** Told to mail programs as {@code \\Junk} (RFC 6154 2), by the name that James gives it. */
    JUNK("Spam");

    private final String mailbox;

    Folder(String mailbox) {
        this.mailbox = mailbox;
    }

    /** Name of the mailbox. */
    public String mailbox() {
        return mailbox;
    }
}

package org.mailstation.daemon.delivery;

import java.io.IOException;

/** An account holds as much as it may. */
public final class MailboxFullException extends IOException {
    private static final long serialVersionUID = 1L;

    public MailboxFullException(String account) {
        super("the mailbox of " + account + " is full");
    }
}

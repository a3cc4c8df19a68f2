package org.mailstation.daemon.delivery;

import java.io.IOException;

/** Where letters for people here end. */
public interface Mailboxes {
    /**
     * Puts a letter into a mailbox of an account, which is made if it is not there. When this
     * returns, it is on the disk.
     *
     * @throws MailboxFullException if the account holds as much as it may
     * @throws IOException if it could not be stored; then nothing was
     */
    void deliver(String account, Place place, Letter letter) throws IOException;

    /** Whether an account may hold this many bytes more. */
    boolean hasRoomFor(String account, long octets);
}

package org.mailstation.daemon.delivery;

import java.io.IOException;

/** Where letters for people here end. */
@FunctionalInterface
public interface Mailboxes {
    /**
     * Puts a letter into an account's INBOX. When this returns, it is on the disk.
     *
     * @throws IOException if it could not be stored; then nothing was
     */
    void deliver(String account, Letter letter) throws IOException;
}

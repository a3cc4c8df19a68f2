package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import org.apache.james.mailbox.exception.MailboxException;
import org.mailstation.daemon.store.Listing;
import org.mailstation.daemon.store.record.Glance;

/** One {@code BODY[…]} of an answer: what it is called, and a literal (RFC 3501 6.4.5). */
sealed interface Piece permits Fields, Whole {
    /**
     * Writes the title and the literal.
     *
     * @param room what is written; a long literal leaves through it while it is read
     * @param listing the walk that has come to the letter
     * @throws MailboxException if the letter cannot be read, and nothing of it has been written
     */
    void write(Room room, Listing listing, Glance letter) throws IOException, MailboxException;
}

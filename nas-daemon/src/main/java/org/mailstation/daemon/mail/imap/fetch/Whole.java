package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.apache.james.mailbox.exception.MailboxException;
import org.mailstation.daemon.store.Listing;
import org.mailstation.daemon.store.record.Glance;

/**
 * A whole letter, {@code BODY[]} (RFC 3501 6.4.5), as it lies on the disk.
 *
 * @param title what the answer begins with
 */
record Whole(String title) implements Piece {
    /** A larger letter is read and sent in pieces of this size. */
    private static final int PIECE = 32 * 1024;

    @Override
    public void write(Room room, Listing listing, Glance letter)
            throws IOException, MailboxException {
        try (InputStream in = listing.content(letter)) {
            room.out().add(title).add(" {").add(letter.size()).add("}\r\n");
            long left = letter.size();
            while (left > PIECE) {
                left -= piece(in, PIECE, room.out());
                room.way().send();
            }
            piece(in, (int) left, room.out());
        } catch (NoSuchFileException e) {
            throw new MailboxException("the letter is gone", e);
        }
    }

    private static int piece(InputStream in, int size, Octets out) throws IOException {
        if (out.fill(in, size) < size) {
            throw new IOException("a letter is shorter than the index says");
        }
        return size;
    }
}

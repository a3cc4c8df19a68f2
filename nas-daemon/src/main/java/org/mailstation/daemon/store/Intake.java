package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.LetterFiles.Received;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Takes a letter from James into a mailbox: written by the calling thread, numbered in the commit.
 * A letter of usual size becomes durable with the commit; a large one is synced by itself first,
 * since writing it twice would take longer.
 */
record Intake(Engine engine) {
    /** Octets of the largest letter that is carried by the commit. */
    static final int CARRIED = 256 * 1024;

    private record Arrival(Received received, byte @Nullable [] carried) {}

    /** Also tells the message its number. */
    LetterRecord save(BoxRecord box, MailboxMessage message) throws MailboxException {
        long size = message.getFullContentOctets();
        boolean carried = size <= CARRIED && engine.carrying().take(size);
        try {
            return save(box, message, receive(box, message, carried));
        } finally {
            if (carried) {
                engine.carrying().giveBack(size);
            }
        }
    }

    private LetterRecord save(BoxRecord box, MailboxMessage message, Arrival arrival)
            throws MailboxException {
        try {
            LetterRecord letter =
                    engine.grow(
                            box.id(),
                            NewLetter.of(
                                    box.id(),
                                    arrival.received(),
                                    arrival.carried(),
                                    message,
                                    engine.clock().millis(),
                                    engine.files()));
            NewLetter.tell(message, letter);
            return letter;
        } catch (IOException e) {
            discard(arrival.received(), e);
            throw new MailboxException("The letter could not be read again", e);
        } catch (MailboxException | RuntimeException e) {
            discard(arrival.received(), e);
            throw e;
        }
    }

    private Arrival receive(BoxRecord box, MailboxMessage message, boolean carried)
            throws MailboxException {
        try (InputStream content = message.getFullContent()) {
            if (!carried) {
                return new Arrival(engine.files().receive(box.folder(), content), null);
            }
            byte[] octets = content.readAllBytes();
            return new Arrival(engine.files().receiveLater(box.folder(), octets), octets);
        } catch (IOException e) {
            throw new MailboxException("The letter could not be written", e);
        }
    }

    private void discard(Received received, Exception cause) {
        try {
            engine.files().delete(received.file());
        } catch (IOException e) {
            cause.addSuppressed(e); // the next start removes it
        }
    }
}

package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.mailstation.daemon.store.disk.LetterFiles.Received;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Takes a letter from James into a mailbox: written by the calling thread, numbered in the commit.
 */
record Intake(Engine engine) {
    /** Also tells the message its number. */
    LetterRecord save(BoxRecord box, MailboxMessage message) throws MailboxException {
        Received received = receive(box, message);
        try {
            LetterRecord letter =
                    engine.run(
                            NewLetter.of(
                                    box.id(),
                                    received,
                                    message,
                                    engine.clock().millis(),
                                    engine.files()));
            NewLetter.tell(message, letter);
            return letter;
        } catch (IOException e) {
            discard(received, e);
            throw new MailboxException("The letter could not be read again", e);
        } catch (MailboxException | RuntimeException e) {
            discard(received, e);
            throw e;
        }
    }

    private Received receive(BoxRecord box, MailboxMessage message) throws MailboxException {
        try (InputStream content = message.getFullContent()) {
            return engine.files().receive(box.folder(), content);
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

package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.Iterator;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MessageRange;
import org.mailstation.daemon.store.Listing;
import org.mailstation.daemon.store.MailStore;
import org.mailstation.daemon.store.record.Glance;
import org.mailstation.daemon.store.record.LetterFlags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a FETCH from the index and from whole files, many letters at a time. What waits to be
 * sent stays small: it goes on when the client has taken what came before.
 */
public final class IndexFetch {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFetch.class);

    /** Octets that leave together: two full TLS records. */
    private static final int TOGETHER = 32 * 1024;

    /** Room in the beginning: many a FETCH is for one letter. */
    private static final int FIRST = 512;

    private final MailStore store;
    private final Asked asked;
    private final ImapSession session;
    private final SelectedMailbox selected;
    private final Responder responder;
    private final Octets out = new Octets(FIRST);
    private final LetterLine line;
    private final Numbers numbers;

    /** Whether a part of the present line has left. */
    private boolean begun;

    private IndexFetch(
            MailStore store,
            Asked asked,
            ImapSession session,
            SelectedMailbox selected,
            Responder responder) {
        this.store = store;
        this.asked = asked;
        this.session = session;
        this.selected = selected;
        this.responder = responder;
        this.line = new LetterLine(asked, new ByJames(session, selected), out, this::sendPiece);
        this.numbers = new Numbers(selected);
    }

    /** Whether index and files know all that is asked for. */
    public static boolean canAnswer(FetchData fetch) {
        return Asked.of(fetch) != null;
    }

    /**
     * Tells the responder of the letters in these ranges, in this order.
     *
     * @throws IllegalArgumentException if {@link #canAnswer} says no
     */
    public static void answer(
            MailStore store,
            FetchData fetch,
            Iterable<MessageRange> ranges,
            ImapSession session,
            SelectedMailbox selected,
            Responder responder)
            throws MailboxException, IOException, InterruptedException {
        Asked asked = Asked.of(fetch);
        if (asked == null) {
            throw new IllegalArgumentException("not in the index: " + fetch);
        }
        IndexFetch answer = new IndexFetch(store, asked, session, selected, responder);
        for (MessageRange range : ranges) {
            if (!answer.answer(range)) {
                return;
            }
        }
        answer.send();
    }

    /**
     * @return whether the client is still there
     */
    private boolean answer(MessageRange range)
            throws MailboxException, IOException, InterruptedException {
        Listing listing =
                store.listing(
                        selected.getMailboxId(),
                        range.getUidFrom().asLong(),
                        range.getUidTo().asLong());
        Iterator<Glance> letters = listing.letters();
        while (letters.hasNext()) {
            Glance letter = letters.next();
            if (letter.modSeq() <= asked.changedSince()) {
                continue;
            }
            MessageUid uid = MessageUid.of(letter.uid());
            int number = numbers.of(uid);
            if (number > 0) {
                write(listing, number, letter, isRecent(letter, uid));
            }
            if (out.length() >= TOGETHER && !sendAndWait()) {
                return false;
            }
        }
        return true;
    }

    /** A large mailbox may be new as a whole, and then each question to the session takes long. */
    private boolean isRecent(Glance letter, MessageUid uid) {
        return asked.wants(FetchData.Item.FLAGS)
                && !letter.flags().has(LetterFlags.RECENT)
                && selected.isRecent(uid);
    }

    /** A letter that cannot be read, or was removed meanwhile, is left out, as James does. */
    private void write(Listing listing, int number, Glance letter, boolean recent)
            throws IOException {
        int before = out.length();
        begun = false;
        try {
            line.write(listing, number, letter, recent);
        } catch (MailboxException | IOException e) {
            if (begun) {
                throw brokenOff(letter, e);
            }
            out.cut(before);
            LOG.error("Letter {} cannot be read, so it is left out", letter.uid(), e);
        }
    }

    private IOException brokenOff(Glance letter, Exception cause) {
        if (session instanceof BackPressure client) {
            client.breakOff();
        }
        return new IOException("letter " + letter.uid() + " was sent in part only", cause);
    }

    private boolean sendAndWait() throws InterruptedException {
        send();
        return !(session instanceof BackPressure client) || client.awaitRoom();
    }

    private void send() {
        if (out.length() > 0) {
            out.cut(out.length() - 2); // the end of a line is the composer's
            responder.respond(new FetchLines(out.take(), false));
        }
    }

    private void sendPiece() throws IOException {
        begun = true;
        responder.respond(new FetchLines(out.take(), true));
        try {
            if (session instanceof BackPressure client && !client.awaitRoom()) {
                throw new ClosedChannelException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while a letter was sent");
        }
    }
}

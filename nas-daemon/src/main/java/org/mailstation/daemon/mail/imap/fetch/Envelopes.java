package org.mailstation.daemon.mail.imap.fetch;

import java.util.Iterator;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.message.response.FetchResponse.Envelope;
import org.apache.james.imap.processor.fetch.EnvelopeBuilder;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.Listing;
import org.mailstation.daemon.store.MailStore;
import org.mailstation.daemon.store.record.Glance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The envelope of a letter for an answer that James puts together, since a part of the letter is
 * wanted, too: James takes addresses apart before they are said in ASCII, and loses what is beyond.
 */
public final class Envelopes {
    private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

    private final EnvelopeBuilder builder = new EnvelopeBuilder();
    private final MailStore store;
    private final SelectedMailbox selected;

    public Envelopes(MailStore store, SelectedMailbox selected) {
        this.store = store;
        this.selected = selected;
    }

    /** The same answer with names and addresses as they were written. */
    public FetchResponse in(FetchResponse fetched) {
        Envelope james = fetched.getEnvelope();
        Envelope own = james == null ? null : of(fetched.getMessageNumber().asInt());
        return ExactEnvelope.in(fetched, own == null ? james : own);
    }

    /** {@code null}: the letter is gone, or cannot be read. */
    private @Nullable Envelope of(int number) {
        MessageUid uid = selected.uid(number).orElse(null);
        if (uid == null) {
            return null;
        }
        try {
            Listing listing = store.listing(selected.getMailboxId(), uid.asLong(), uid.asLong());
            Iterator<Glance> letters = listing.letters();
            return letters.hasNext()
                    ? builder.buildEnvelope(
                            AsciiHeaders.in(listing.message(letters.next())).getHeaders())
                    : null;
        } catch (MailboxException e) {
            LOG.info("The envelope of letter {} is told as James reads it", uid.asLong(), e);
            return null;
        }
    }
}

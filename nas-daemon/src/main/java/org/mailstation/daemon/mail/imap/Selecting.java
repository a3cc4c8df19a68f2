package org.mailstation.daemon.mail.imap;

import java.io.IOException;
import java.util.List;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.response.ExistsResponse;
import org.apache.james.imap.message.response.VanishedResponse;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MessageRange;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.mail.imap.fetch.IndexFetch;
import org.mailstation.daemon.store.MailStore;
import reactor.core.publisher.Mono;

/**
 * James's SELECT and EXAMINE, with the number of letters that later news build on: James counts
 * once more, when letters may have come or gone that the client is going to be told of. A client
 * that comes back is told what it has missed (RFC 7162 3.2.5), of which James tells a part.
 */
record Selecting(ImapProcessor james, MailStore store) implements ImapProcessor {
    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        james.process(message, new Answer(store, returning(message), responder, session), session);
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return james.processReactive(
                message, new Answer(store, returning(message), responder, session), session);
    }

    private static @Nullable AbstractMailboxSelectionRequest returning(ImapMessage message) {
        return message instanceof AbstractMailboxSelectionRequest request
                        && !request.getLastKnownUidValidity().isUnknown()
                ? request
                : null;
    }

    /** Configured with all other commands. */
    @Override
    public void configure(ImapConfiguration configuration) {}

    /**
     * An answer on its way to the client.
     *
     * @param returning what a client says that knows the mailbox from before
     */
    private record Answer(
            MailStore store,
            @Nullable AbstractMailboxSelectionRequest returning,
            Responder client,
            ImapSession session)
            implements Responder {
        @Override
        public void respond(ImapResponseMessage message) {
            SelectedMailbox selected = session.getSelected();
            switch (message) {
                case ExistsResponse _ when selected != null ->
                        client.respond(new ExistsResponse(selected.existsCount()));
                case VanishedResponse vanished when vanished.isEarlier() -> {
                    // told below, all of them
                }
                case StatusResponse status
                        when selected != null && returning != null && isSelected(status) -> {
                    tellMissed(selected, returning);
                    client.respond(message);
                }
                default -> client.respond(message);
            }
        }

        /** With the same UIDVALIDITY as before; otherwise the client begins anew. */
        private static boolean isSelected(StatusResponse status) {
            return status.getTag() != null
                    && status.getServerResponseType() == StatusResponse.Type.OK
                    && !HumanReadableText.QRESYNC_UIDVALIDITY_MISMATCH.equals(status.getTextKey());
        }

        private void tellMissed(
                SelectedMailbox selected, AbstractMailboxSelectionRequest returning) {
            long last = store.lastUid(selected.getMailboxId());
            UidRange[] asked = returning.getUidSet();
            long known =
                    Vanished.known(
                            selected, returning.getKnownSequenceSet(), returning.getKnownUidSet());
            Vanished.tell(selected, asked, known, last, client);
            FetchData changed =
                    FetchData.builder()
                            .fetch(FetchData.Item.UID, FetchData.Item.FLAGS)
                            .changedSince(returning.getKnownModSeq())
                            .build();
            List<MessageRange> ranges =
                    asked == null
                            ? List.of(MessageRange.all())
                            : List.of(asked).stream().map(UidRange::toMessageRange).toList();
            try {
                IndexFetch.answer(store, changed, ranges, session, selected, client);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (MailboxException | IOException e) {
                // without them the client would believe that it knows everything
                throw new IllegalStateException("what a client has missed cannot be told", e);
            }
        }

        @Override
        public void flush() {
            client.flush();
        }
    }
}

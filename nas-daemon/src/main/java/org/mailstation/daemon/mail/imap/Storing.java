package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.processor.StoreProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.metrics.api.MetricFactory;
import org.mailstation.daemon.store.Slice;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * James's STORE, which does very many letters some after the others. James holds the answer for all
 * letters of a range at once, which is more than a small heap has for a large mailbox.
 */
final class Storing extends StoreProcessor {
    private final StatusResponseFactory words;

    Storing(MailboxManager mailboxes, StatusResponseFactory words, MetricFactory metrics) {
        super(mailboxes, words, metrics);
        this.words = words;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            StoreRequest request, ImapSession session, Responder responder) {
        SelectedMailbox selected = session.getSelected();
        if (selected == null) {
            return super.processRequestReactive(request, session, responder);
        }
        Slices slices = new Slices(request.getIdSet(), last(request, selected), Slice.LETTERS);
        if (!slices.isLarge() || namesNoLetter(request, selected)) {
            return super.processRequestReactive(request, session, responder);
        }
        OneAnswer answer = new OneAnswer(request, responder, words);
        return Flux.fromIterable(slices)
                .concatMap(
                        slice ->
                                super.processRequestReactive(part(request, slice), session, answer)
                                        .thenReturn(slice))
                .takeUntil(_ -> answer.isFailure())
                .then(Mono.fromRunnable(answer::give));
    }

    private static long last(StoreRequest request, SelectedMailbox selected) {
        return request.isUseUids()
                ? selected.getLastUid().map(MessageUid::asLong).orElse(0L)
                : selected.existsCount();
    }

    /** James refuses such a request (RFC 3501 9, seq-number); nothing of it may happen then. */
    private static boolean namesNoLetter(StoreRequest request, SelectedMailbox selected) {
        if (request.isUseUids()) {
            return false;
        }
        for (IdRange range : request.getIdSet()) {
            long high = range.getHighVal();
            if (high != Long.MAX_VALUE && high > selected.existsCount()) {
                return true;
            }
        }
        return false;
    }

    private static StoreRequest part(StoreRequest request, IdRange slice) {
        return new StoreRequest(
                new IdRange[] {slice},
                request.isSilent(),
                request.getFlags(),
                request.isUseUids(),
                request.getTag(),
                request.getFlagsUpdateMode(),
                request.getUnchangedSince());
    }
}

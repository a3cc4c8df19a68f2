package org.mailstation.daemon.mail.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import org.mailstation.daemon.mail.imap.fetch.Envelopes;
import org.mailstation.daemon.mail.imap.fetch.IndexFetch;
import org.mailstation.daemon.store.MailStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * James's FETCH, which marks nothing as read in a mailbox opened with EXAMINE (RFC 3501 6.3.2), and
 * shows names as they were written. What the index knows is answered from it.
 */
final class Fetching extends FetchProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    private final MailStore store;
    private final Scheduler beside =
            Schedulers.fromExecutor(work -> Thread.ofVirtual().name("fetch").start(work));

    Fetching(
            MailboxManager mailboxes,
            MailStore store,
            StatusResponseFactory words,
            MetricFactory metrics) {
        super(mailboxes, words, metrics);
        this.store = store;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            FetchRequest asked, ImapSession session, Responder responder) {
        SelectedMailbox selected = session.getSelected();
        FetchRequest request = HouseRules.isExamined(session) ? peeking(asked) : asked;
        if (selected != null && resynchronizes(session)) {
            request = withUids(request, selected, responder);
        }
        if (selected != null && request.isUseUids() && selected.existsCount() == 0) {
            return nothing(request, session, responder);
        }
        FetchData fetch = request.getFetch();
        if (selected != null && !enables(fetch, session) && IndexFetch.canAnswer(fetch)) {
            return fromIndex(request, session, selected, responder);
        }
        return super.processRequestReactive(
                request, session, selected == null ? responder : exact(selected, responder));
    }

    private Responder exact(SelectedMailbox selected, Responder responder) {
        return new ExactNames(new Envelopes(store, selected), responder);
    }

    /** UIDs that are not there are no mistake (RFC 3501 6.4.8), also in an empty mailbox. */
    private Mono<Void> nothing(FetchRequest request, ImapSession session, Responder responder) {
        return unsolicitedResponses(session, responder, false, true)
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    /** Whether it changes what later answers say (RFC 7162 3.1). */
    private static boolean enables(FetchData fetch, ImapSession session) {
        Set<Capability> enabled = EnableProcessor.getEnabledCapabilities(session);
        return fetch.contains(FetchData.Item.MODSEQ)
                && !enabled.contains(ImapConstants.SUPPORTS_CONDSTORE);
    }

    private static boolean resynchronizes(ImapSession session) {
        return EnableProcessor.getEnabledCapabilities(session)
                .contains(ImapConstants.SUPPORTS_QRESYNC);
    }

    /** Every letter is named by its UID then, and those that are gone come first (3.2.6). */
    private FetchRequest withUids(
            FetchRequest request, SelectedMailbox selected, Responder responder) {
        FetchData fetch = request.getFetch();
        boolean vanished =
                fetch.getVanished() && fetch.getChangedSince() != -1 && request.isUseUids();
        if (vanished) {
            long last = store.lastUid(selected.getMailboxId());
            UidRange[] gone =
                    Stream.of(request.getIdSet())
                            .map(range -> uids(range, last))
                            .toArray(UidRange[]::new);
            Vanished.tell(selected, gone, 0, last, responder);
        }
        FetchData more =
                FetchData.Builder.from(fetch)
                        .fetch(FetchData.Item.UID)
                        .vanished(fetch.getVanished() && !vanished)
                        .build();
        return new FetchRequest(request.isUseUids(), request.getIdSet(), more, request.getTag());
    }

    /** The star stands for the last letter (RFC 3501 9), and may come first. */
    private static UidRange uids(IdRange range, long last) {
        long low = Math.clamp(range.getLowVal(), 1, Math.max(last, 1));
        long high = Math.clamp(range.getHighVal(), 1, Math.max(last, 1));
        return new UidRange(MessageUid.of(Math.min(low, high)), MessageUid.of(Math.max(low, high)));
    }

    private Mono<Void> fromIndex(
            FetchRequest request,
            ImapSession session,
            SelectedMailbox selected,
            Responder responder) {
        boolean useUids = request.isUseUids();
        return Mono.from(
                        getMailboxManager()
                                .getMailboxReactive(
                                        selected.getMailboxId(), session.getMailboxSession()))
                .flatMap(_ -> answered(request, session, selected, responder))
                .then(Mono.defer(() -> unsolicitedResponses(session, responder, !useUids, useUids)))
                .then(Mono.<Void>fromRunnable(() -> okComplete(request, responder)))
                .onErrorResume(
                        MessageRangeException.class,
                        _ ->
                                Mono.fromRunnable(
                                        () ->
                                                taggedBad(
                                                        request,
                                                        responder,
                                                        HumanReadableText.INVALID_MESSAGESET)))
                .onErrorResume(
                        MailboxException.class,
                        e -> {
                            LOG.error("FETCH failed in {}", selected.getMailboxId(), e);
                            no(request, responder, HumanReadableText.SEARCH_FAILED);
                            return Mono.empty();
                        });
    }

    /**
     * Many letters are put together beside the connection's own thread, which encrypts and sends
     * meanwhile; for one letter that would only be two more changes of thread.
     */
    private Mono<Boolean> answered(
            FetchRequest request,
            ImapSession session,
            SelectedMailbox selected,
            Responder responder) {
        Mono<Boolean> answered =
                Mono.fromCallable(
                        () -> {
                            IndexFetch.answer(
                                    store,
                                    request.getFetch(),
                                    ranges(request, selected),
                                    session,
                                    selected,
                                    responder);
                            return true;
                        });
        return isOne(request.getIdSet()) ? answered : answered.subscribeOn(beside);
    }

    private static boolean isOne(IdRange[] letters) {
        return letters.length == 1 && letters[0].getLowVal() == letters[0].getHighVal();
    }

    private List<MessageRange> ranges(FetchRequest request, SelectedMailbox selected)
            throws MessageRangeException {
        List<MessageRange> ranges = new ArrayList<>();
        for (IdRange range : request.getIdSet()) {
            MessageRange letters =
                    messageRange(selected, range, request.isUseUids())
                            .orElseThrow(
                                    () ->
                                            new MessageRangeException(
                                                    range.getFormattedString() + " is not valid"));
            ranges.add(normalizeMessageRange(selected, letters));
        }
        return ranges;
    }

    private static FetchRequest peeking(FetchRequest request) {
        FetchData fetch = request.getFetch();
        if (!fetch.isSetSeen()) {
            return request;
        }
        FetchData.Builder peek = FetchData.builder().vanished(fetch.getVanished());
        if (fetch.getChangedSince() != -1) {
            peek.changedSince(fetch.getChangedSince());
        }
        Arrays.stream(FetchData.Item.values()).filter(fetch::contains).forEach(peek::fetch);
        fetch.getBodyElements().forEach(element -> peek.add(element, true));
        return new FetchRequest(
                request.isUseUids(), request.getIdSet(), peek.build(), request.getTag());
    }

    private record ExactNames(Envelopes envelopes, Responder client) implements Responder {
        @Override
        public void respond(ImapResponseMessage message) {
            client.respond(
                    message instanceof FetchResponse fetched ? envelopes.in(fetched) : message);
        }

        @Override
        public void flush() {
            client.flush();
        }
    }
}

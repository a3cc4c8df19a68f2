package org.mailstation.daemon.mail.imap;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.main.PathConverter;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.OpenMailbox;
import org.mailstation.daemon.store.Passage;
import org.mailstation.daemon.store.UidRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * COPY and MOVE of any number of letters (RFC 3501 6.4.7, RFC 6851). James would repeat the
 * client's own words as the UIDs of the originals, also when they were numbers or named letters
 * that are not there; here both lists of COPYUID name what was done (RFC 4315 3).
 *
 * @param <R> which of the two
 */
final class Passing<R extends AbstractMessageRangeRequest> extends AbstractMailboxProcessor<R> {
    private static final Logger LOG = LoggerFactory.getLogger(Passing.class);
    private static final HumanReadableText MOVED =
            new HumanReadableText("letters.moved", "Letters were moved.");

    private final boolean move;

    Passing(
            Class<R> command,
            boolean move,
            MailboxManager mailboxes,
            StatusResponseFactory words,
            MetricFactory metrics) {
        super(command, mailboxes, words, metrics);
        this.move = move;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            R request, ImapSession session, Responder responder) {
        MailboxPath target =
                PathConverter.forSession(session).buildFullPath(request.getMailboxName());
        return Mono.from(getMailboxManager().mailboxExists(target, session.getMailboxSession()))
                .flatMap(exists -> pass(request, session, exists ? target : null, responder))
                .onErrorResume(MailboxException.class, e -> refuse(request, responder, e));
    }

    private Mono<Void> pass(
            R request, ImapSession session, @Nullable MailboxPath target, Responder responder) {
        SelectedMailbox selected = session.getSelected();
        if (target == null || selected == null) {
            return Mono.fromRunnable(
                    () ->
                            no(
                                    request,
                                    responder,
                                    HumanReadableText.FAILURE_NO_SUCH_MAILBOX,
                                    ResponseCode.tryCreate()));
        }
        MailboxSession owner = session.getMailboxSession();
        MailboxManager manager = getMailboxManager();
        return Mono.zip(
                        Mono.from(manager.getMailboxReactive(selected.getMailboxId(), owner)),
                        Mono.from(manager.getMailboxReactive(target, owner)))
                .flatMap(both -> pass(request, session, both.getT1(), both.getT2(), responder));
    }

    private Mono<Void> pass(
            R request,
            ImapSession session,
            MessageManager from,
            MessageManager to,
            Responder responder) {
        OpenMailbox target = (OpenMailbox) to;
        Passage passage = ((OpenMailbox) from).passage(target, move, session.getMailboxSession());
        return Mono.fromCallable(() -> sets(request, session.getSelected()))
                .flatMap(passage::carry)
                .flatMap(_ -> done(request, session, passage, target, responder))
                .onErrorResume(
                        failure -> move && !passage.copies().isEmpty(),
                        failure ->
                                tell(request, session, passage, target, responder)
                                        .then(Mono.error(failure)));
    }

    private List<MessageRange> sets(R request, SelectedMailbox selected)
            throws MessageRangeException {
        List<MessageRange> sets = new ArrayList<>();
        for (IdRange range : request.getIdSet()) {
            messageRange(selected, range, request.isUseUids()).ifPresent(sets::add);
        }
        return sets;
    }

    private Mono<Void> done(
            R request,
            ImapSession session,
            Passage passage,
            OpenMailbox target,
            Responder responder) {
        if (passage.copies().isEmpty() || move) {
            return tell(request, session, passage, target, responder)
                    .then(Mono.fromRunnable(() -> okComplete(request, responder)));
        }
        return unsolicitedResponses(session, responder, request.isUseUids())
                .then(
                        Mono.fromCallable(() -> names(passage, target))
                                .doOnNext(names -> okComplete(request, names, responder)))
                .then();
    }

    /**
     * The client learns the new UIDs before it hears that the originals are gone (RFC 6851 4.3).
     */
    private Mono<Void> tell(
            R request,
            ImapSession session,
            Passage passage,
            OpenMailbox target,
            Responder responder) {
        Mono<Void> names =
                passage.copies().isEmpty()
                        ? Mono.empty()
                        : Mono.fromCallable(() -> names(passage, target))
                                .doOnNext(
                                        code ->
                                                responder.respond(
                                                        getStatusResponseFactory()
                                                                .untaggedOk(MOVED, code)))
                                .then();
        return names.then(
                Mono.defer(() -> unsolicitedResponses(session, responder, request.isUseUids())));
    }

    private static ResponseCode names(Passage passage, OpenMailbox target) throws MailboxException {
        UidValidity validity = target.getMailboxEntity().getUidValidity();
        return ResponseCode.copyUid(
                validity, ranges(passage.originals()), ranges(passage.copies()));
    }

    private static IdRange[] ranges(UidRuns uids) {
        IdRange[] ranges = new IdRange[uids.count()];
        for (int run = 0; run < ranges.length; run++) {
            ranges[run] = new IdRange(uids.low(run), uids.high(run));
        }
        return ranges;
    }

    /** A mailbox that is full is called so (RFC 9208 4.3.1). */
    private Mono<Void> refuse(R request, Responder responder, MailboxException cause) {
        return Mono.fromRunnable(
                () -> {
                    switch (cause) {
                        case MessageRangeException _ ->
                                taggedBad(request, responder, HumanReadableText.INVALID_MESSAGESET);
                        case OverQuotaException _ ->
                                no(
                                        request,
                                        responder,
                                        HumanReadableText.FAILURE_OVERQUOTA,
                                        ResponseCode.overQuota());
                        default -> {
                            LOG.error("{} failed", request.getCommand().getName(), cause);
                            no(
                                    request,
                                    responder,
                                    HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
                        }
                    }
                });
    }

    @Override
    protected MDCBuilder mdc(R request) {
        return MDCBuilder.create()
                .addToContext(MDCBuilder.ACTION, request.getCommand().getName())
                .addToContext("targetMailbox", request.getMailboxName());
    }
}

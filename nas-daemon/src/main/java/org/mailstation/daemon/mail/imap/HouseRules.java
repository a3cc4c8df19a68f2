package org.mailstation.daemon.mail.imap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.main.DeniedAccessOnSharedMailboxException;
import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.message.request.CreateRequest;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.imap.message.request.ReplaceRequest;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.message.request.UnselectRequest;
import reactor.core.publisher.Mono;

/**
 * What James does not see to: INBOX stays (RFC 3501 6.3.4), a mailbox that was opened with EXAMINE
 * is not changed (6.3.2), a folder that cannot be made and letters that are not there are answered,
 * and a mailbox outside the user's own ones is refused and not a reason to end the connection.
 */
record HouseRules(ImapProcessor next, StatusResponseFactory words) implements ImapProcessor {
    private static final String EXAMINED = "mailstation.examined";
    private static final HumanReadableText ONLY_LOOKING =
            new HumanReadableText(
                    "mailbox.examined", "failed. The mailbox is open for reading only.");
    private static final HumanReadableText INBOX_STAYS =
            new HumanReadableText("mailbox.inbox", "failed. INBOX cannot be deleted.");
    private static final Set<String> INBOX = Set.of("inbox", "#private.inbox");

    /** Whether the selected mailbox must not be changed. */
    static boolean isExamined(ImapSession session) {
        return session.getAttribute(EXAMINED) != null;
    }

    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        processReactive(message, responder, session).block();
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return switch (message) {
            case StoreRequest store when !areKeywords(store.getFlags()) -> bad(store, responder);
            case AppendRequest append when !areKeywords(append.getFlags()) ->
                    bad(append, responder, session);
            case ExamineRequest _ -> open(message, responder, session, Boolean.TRUE);
            case SelectRequest _ -> open(message, responder, session, null);
            case DeleteRequest delete
                    when INBOX.contains(delete.getMailboxName().toLowerCase(Locale.ROOT)) ->
                    refuse(delete, INBOX_STAYS, responder);
            case StoreRequest store when isExamined(session) ->
                    refuse(store, ONLY_LOOKING, responder);
            case ExpungeRequest expunge when isExamined(session) ->
                    refuse(expunge, ONLY_LOOKING, responder);
            case MoveRequest move when isExamined(session) -> refuse(move, ONLY_LOOKING, responder);
            case ReplaceRequest replace when isExamined(session) ->
                    refuse(replace, ONLY_LOOKING, responder);
            // CLOSE would remove what is marked as deleted (6.4.2)
            case CloseRequest close when isExamined(session) ->
                    pass(new UnselectRequest(close.getTag()), responder, session);
            case CreateRequest create -> create(create, responder, session);
            case ImapRequest request when namesNobody(request, session) ->
                    pass(new NoopRequest(request.getTag()), responder, session);
            default -> pass(message, responder, session);
        };
    }

    /**
     * UIDs that are not there are no mistake (RFC 3501 6.4.8), but for James they are one in an
     * empty mailbox. FETCH sees to that itself, since it may have to tell more.
     */
    private static boolean namesNobody(ImapRequest request, ImapSession session) {
        boolean byUid =
                switch (request) {
                    case StoreRequest store -> store.isUseUids();
                    case CopyRequest copy -> copy.isUseUids();
                    case MoveRequest move -> move.isUseUids();
                    case ExpungeRequest expunge -> expunge.getUidSet() != null;
                    default -> false;
                };
        SelectedMailbox selected = session.getSelected();
        return byUid && selected != null && selected.existsCount() == 0;
    }

    private Mono<Void> create(CreateRequest request, Responder responder, ImapSession session) {
        Created created = new Created(request, responder);
        return pass(request, created, session)
                .then(Mono.fromRunnable(() -> created.answerAnyway(words)));
    }

    /** A failed attempt leaves no mailbox open, so the mark does no harm. */
    private Mono<Void> open(
            ImapMessage message,
            Responder responder,
            ImapSession session,
            @org.jspecify.annotations.Nullable Boolean examined) {
        session.setAttribute(EXAMINED, examined);
        return pass(message, responder, session);
    }

    private Mono<Void> pass(ImapMessage message, Responder responder, ImapSession session) {
        return Mono.defer(() -> next.processReactive(message, responder, session))
                .onErrorResume(
                        DeniedAccessOnSharedMailboxException.class,
                        e ->
                                message instanceof ImapRequest request
                                        ? refuse(
                                                request,
                                                HumanReadableText.FAILURE_NO_SUCH_MAILBOX,
                                                responder)
                                        : Mono.error(e));
    }

    /** What is no atom would break the lists that it stands in later (RFC 3501 9). */
    private static boolean areKeywords(Flags flags) {
        return Arrays.stream(flags.getUserFlags())
                .allMatch(
                        keyword ->
                                keyword.chars()
                                        .allMatch(
                                                c ->
                                                        c > 0x20
                                                                && c < 0x7f
                                                                && "(){%*\"\\]".indexOf(c) < 0));
    }

    private Mono<Void> bad(AppendRequest append, Responder responder, ImapSession session) {
        session.stopDetectingCommandInjection();
        return bad(append, responder);
    }

    private Mono<Void> bad(ImapRequest request, Responder responder) {
        return Mono.fromRunnable(
                () ->
                        responder.respond(
                                words.taggedBad(
                                        request.getTag(),
                                        request.getCommand(),
                                        HumanReadableText.ILLEGAL_ARGUMENTS)));
    }

    private Mono<Void> refuse(ImapRequest request, HumanReadableText why, Responder responder) {
        return Mono.fromRunnable(
                () ->
                        responder.respond(
                                words.taggedNo(request.getTag(), request.getCommand(), why)));
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        next.configure(configuration);
    }
}

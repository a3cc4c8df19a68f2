package org.mailstation.daemon.mail.imap;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.processor.CopyProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** James's COPY, which also says when it fails because the mailbox is full (RFC 9208 4.3.1). */
final class Copying extends CopyProcessor {
    private final StatusResponseFactory words;

    Copying(MailboxManager mailboxes, StatusResponseFactory words, MetricFactory metrics) {
        super(mailboxes, words, metrics);
        this.words = words;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            CopyRequest request, ImapSession session, Responder responder) {
        AtomicBoolean full = new AtomicBoolean();
        Responder telling = new Telling(request, responder, full, words);
        return super.processRequestReactive(request, session, telling)
                .contextWrite(context -> context.put(AtomicBoolean.class, full));
    }

    @Override
    protected Flux<MessageRange> process(
            MailboxId target, SelectedMailbox from, MailboxSession session, MessageRange letters) {
        return Flux.deferContextual(
                context ->
                        super.process(target, from, session, letters)
                                .doOnError(
                                        OverQuotaException.class,
                                        _ -> context.get(AtomicBoolean.class).set(true)));
    }

    /** James has one answer for all failures; what it was is known only below. */
    private record Telling(
            CopyRequest request,
            ImapProcessor.Responder client,
            AtomicBoolean full,
            StatusResponseFactory words)
            implements ImapProcessor.Responder {
        @Override
        public void respond(
                org.apache.james.imap.api.message.response.ImapResponseMessage message) {
            boolean failed =
                    message instanceof StatusResponse status
                            && status.getServerResponseType() == StatusResponse.Type.NO;
            client.respond(
                    failed && full.get()
                            ? words.taggedNo(
                                    request.getTag(),
                                    request.getCommand(),
                                    HumanReadableText.FAILURE_OVERQUOTA,
                                    StatusResponse.ResponseCode.overQuota())
                            : message);
        }

        @Override
        public void flush() {
            client.flush();
        }
    }
}

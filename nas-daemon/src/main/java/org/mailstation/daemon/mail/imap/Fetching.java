package org.mailstation.daemon.mail.imap;

import java.util.Arrays;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/**
 * James's FETCH, which marks nothing as read in a mailbox opened with EXAMINE (RFC 3501 6.3.2), and
 * shows names as they were written.
 */
final class Fetching extends FetchProcessor {
    Fetching(MailboxManager mailboxes, StatusResponseFactory words, MetricFactory metrics) {
        super(mailboxes, words, metrics);
    }

    @Override
    protected Mono<Void> processRequestReactive(
            FetchRequest request, ImapSession session, Responder responder) {
        boolean envelope = request.getFetch().contains(FetchData.Item.ENVELOPE);
        return super.processRequestReactive(
                HouseRules.isExamined(session) ? peeking(request) : request,
                session,
                envelope ? new ExactNames(responder) : responder);
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

    private record ExactNames(Responder client) implements Responder {
        @Override
        public void respond(ImapResponseMessage message) {
            client.respond(message instanceof FetchResponse fetched ? exact(fetched) : message);
        }

        private static FetchResponse exact(FetchResponse fetched) {
            return fetched.getEnvelope() == null
                    ? fetched
                    : new FetchResponse(
                            fetched.getMessageNumber(),
                            fetched.getFlags(),
                            fetched.getUid(),
                            fetched.getSaveDate(),
                            fetched.getModSeq(),
                            fetched.getInternalDate(),
                            fetched.getSize(),
                            new ExactEnvelope(fetched.getEnvelope()),
                            fetched.getBody(),
                            fetched.getBodyStructure(),
                            fetched.getElements(),
                            fetched.getEmailId(),
                            fetched.getThreadId());
        }

        @Override
        public void flush() {
            client.flush();
        }
    }
}

package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.IdleProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/**
 * James's IDLE (RFC 2177), which also tells of flags: James would look for changed ones before the
 * event that it has just been given has been counted.
 */
final class Idling extends IdleProcessor {
    Idling(MailboxManager mailboxes, StatusResponseFactory words, MetricFactory metrics) {
        super(mailboxes, words, metrics);
    }

    @Override
    protected Mono<Void> unsolicitedResponses(
            ImapSession session, Responder responder, boolean useUids) {
        return Mono.defer(() -> super.unsolicitedResponses(session, responder, useUids));
    }
}

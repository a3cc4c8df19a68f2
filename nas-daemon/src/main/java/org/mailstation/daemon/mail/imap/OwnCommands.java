package org.mailstation.daemon.mail.imap;

import java.util.Map;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import reactor.core.publisher.Mono;

/**
 * Sends a few commands to answers of our own and the others to James.
 *
 * @param own by the class of the request
 */
record OwnCommands(ImapProcessor james, Map<Class<? extends ImapMessage>, ImapProcessor> own)
        implements ImapProcessor {
    OwnCommands {
        own = Map.copyOf(own);
    }

    private ImapProcessor of(ImapMessage message) {
        return own.getOrDefault(message.getClass(), james);
    }

    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        of(message).process(message, responder, session);
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return of(message).processReactive(message, responder, session);
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        james.configure(configuration);
        own.values().forEach(processor -> processor.configure(configuration));
    }
}

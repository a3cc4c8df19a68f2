package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.response.ExistsResponse;
import reactor.core.publisher.Mono;

/**
 * James's SELECT and EXAMINE, with the number of letters that later news build on. James counts
 * once more, when letters may have come or gone that the client is going to be told of.
 */
record Selecting(ImapProcessor james) implements ImapProcessor {
    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        james.process(message, new OneCount(responder, session), session);
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return james.processReactive(message, new OneCount(responder, session), session);
    }

    /** Configured with all other commands. */
    @Override
    public void configure(ImapConfiguration configuration) {}

    private record OneCount(Responder client, ImapSession session) implements Responder {
        @Override
        public void respond(ImapResponseMessage message) {
            SelectedMailbox selected = session.getSelected();
            if (message instanceof ExistsResponse && selected != null) {
                client.respond(new ExistsResponse(selected.existsCount()));
            } else {
                client.respond(message);
            }
        }

        @Override
        public void flush() {
            client.flush();
        }
    }
}

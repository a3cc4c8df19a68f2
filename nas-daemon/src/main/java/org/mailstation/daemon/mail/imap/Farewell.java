package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import reactor.core.publisher.Mono;

/**
 * Lets a client hear why its connection ends (BYE, RFC 3501 7.1.5). James would close it before it
 * has sent what the last command answered, and would leave a client alone with a mailbox that
 * another one has deleted.
 */
record Farewell(ImapProcessor processor, StatusResponseFactory words) implements ImapProcessor {
    private static final HumanReadableText GONE =
            new HumanReadableText("mailbox.gone", "Selected mailbox has been deleted");

    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        processReactive(message, responder, session).block();
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        if (selectedIsGone(session)) {
            responder.respond(words.bye(GONE));
            return session.logout().then(Mono.fromRunnable(() -> flushIfLast(responder, session)));
        }
        return processor
                .processReactive(message, responder, session)
                .then(Mono.fromRunnable(() -> flushIfLast(responder, session)));
    }

    private static boolean selectedIsGone(ImapSession session) {
        SelectedMailbox selected = session.getSelected();
        return selected != null && selected.isDeletedByOtherSession();
    }

    private static void flushIfLast(Responder responder, ImapSession session) {
        if (session.getState() == ImapSessionState.LOGOUT) {
            responder.flush();
        }
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        processor.configure(configuration);
    }
}

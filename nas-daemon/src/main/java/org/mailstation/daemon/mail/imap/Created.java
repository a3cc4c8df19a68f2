package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.request.CreateRequest;

/**
 * Knows whether a CREATE was answered. James makes nothing of a name with nothing behind its
 * namespace ({@code #private}), and says nothing.
 */
final class Created implements Responder {
    private static final HumanReadableText NO_NAME =
            new HumanReadableText("mailbox.no-name", "failed. This is no name of a mailbox.");

    private final CreateRequest request;
    private final Responder client;
    private boolean answered;

    Created(CreateRequest request, Responder client) {
        this.request = request;
        this.client = client;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        answered |= message instanceof StatusResponse status && status.getTag() != null;
        client.respond(message);
    }

    /** To be called when the command is done. */
    void answerAnyway(StatusResponseFactory words) {
        if (!answered) {
            client.respond(words.taggedNo(request.getTag(), request.getCommand(), NO_NAME));
        }
    }

    @Override
    public void flush() {
        client.flush();
    }
}

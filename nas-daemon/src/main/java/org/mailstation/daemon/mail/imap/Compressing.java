package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.CompressRequest;
import reactor.core.publisher.Mono;

/**
 * COMPRESS (RFC 4978). James says nothing when it cannot begin, and not with the code that programs
 * look for when it has begun already.
 */
record Compressing(StatusResponseFactory words) implements ImapProcessor {
    static final String ACTIVE_CODE = "COMPRESSIONACTIVE";

    /** James begins the name of each code that he does not know with an X. */
    static final ResponseCode ACTIVE = ResponseCode.createExtension(ACTIVE_CODE);

    private static final String ALGORITHM = "DEFLATE";
    private static final HumanReadableText TOO_MANY =
            new HumanReadableText(
                    "compress.full", "failed. Too many connections are compressed already.");

    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        processReactive(message, responder, session).block();
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return Mono.fromRunnable(
                () -> {
                    if (message instanceof CompressRequest request) {
                        answer(request, responder, session);
                    }
                });
    }

    private void answer(CompressRequest request, Responder responder, ImapSession session) {
        if (session.getState() == ImapSessionState.NON_AUTHENTICATED) {
            responder.respond(bad(request, HumanReadableText.UNKNOWN_COMMAND));
        } else if (!request.getAlgorithm().equalsIgnoreCase(ALGORITHM)) {
            responder.respond(bad(request, HumanReadableText.ILLEGAL_ARGUMENTS));
        } else if (session.isCompressionActive()) {
            responder.respond(
                    words.taggedNo(
                            request.getTag(),
                            request.getCommand(),
                            HumanReadableText.COMPRESS_ALREADY_ACTIVE,
                            ACTIVE));
        } else if (!session.startCompression(() -> begin(request, responder))) {
            responder.respond(words.taggedNo(request.getTag(), request.getCommand(), TOO_MANY));
        }
    }

    private void begin(CompressRequest request, Responder responder) {
        responder.respond(
                words.taggedOk(
                        request.getTag(), request.getCommand(), HumanReadableText.DEFLATE_ACTIVE));
        responder.flush();
    }

    private ImapResponseMessage bad(CompressRequest request, HumanReadableText why) {
        return words.taggedBad(request.getTag(), request.getCommand(), why);
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        // nothing of it is about this command
    }
}

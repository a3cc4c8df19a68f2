package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Answers a command that something unexpected ended, where James would cut the connection without a
 * word: a name of ten thousand signs, a search so deep that the stack is too small for it, work for
 * which there is not enough memory: what it held is free again when it has ended.
 */
record Answered(ImapProcessor next, StatusResponseFactory words) implements ImapProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);
    private static final HumanReadableText FAILED =
            new HumanReadableText("command.failed", "failed. It cannot be done.");

    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        processReactive(message, responder, session).block();
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return message instanceof ImapRequest request
                ? guarded(request, responder, session)
                : next.processReactive(message, responder, session);
    }

    /** Reactor lets such errors pass by all its handlers, up to the caller. */
    private Mono<Void> guarded(ImapRequest request, Responder responder, ImapSession session) {
        return Mono.<Void>create(
                        sink -> {
                            try {
                                sink.onDispose(
                                        Mono.defer(
                                                        () ->
                                                                next.processReactive(
                                                                        request, responder,
                                                                        session))
                                                .subscribe(
                                                        _ -> {},
                                                        sink::error,
                                                        sink::success,
                                                        Context.of(sink.contextView())));
                            } catch (StackOverflowError | OutOfMemoryError e) {
                                sink.error(e);
                            }
                        })
                .onErrorResume(
                        e ->
                                e instanceof RuntimeException
                                        || e instanceof OutOfMemoryError
                                        || Unreadable.made(e),
                        e -> {
                            log(request, e);
                            responder.respond(
                                    words.taggedNo(request.getTag(), request.getCommand(), FAILED));
                            return Mono.empty();
                        });
    }

    private static void log(ImapRequest request, Throwable e) {
        if (e instanceof OutOfMemoryError) {
            LOG.warn("{} needs more memory than there is", request.getCommand().getName(), e);
        } else {
            LOG.info("{} failed", request.getCommand().getName(), rootOf(e));
        }
    }

    /** A stack that overflowed has a thousand lines, and all are the same. */
    private static Throwable rootOf(Throwable e) {
        return e instanceof StackOverflowError
                ? new IllegalArgumentException("a stack that is too small")
                : e;
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        next.configure(configuration);
    }
}

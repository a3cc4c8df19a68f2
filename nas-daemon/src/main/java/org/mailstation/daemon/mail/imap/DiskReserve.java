package org.mailstation.daemon.mail.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongPredicate;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.message.response.ImmutableStatusResponse;
import reactor.core.publisher.Mono;

/**
 * Takes no letter for which the disk has no room (UNAVAILABLE, RFC 5530 3): what is left is needed
 * to remove letters, and by everything else on that computer. It heals by itself.
 *
 * @param hasRoom whether so many octets leave the reserve untouched
 */
public record DiskReserve(ImapProcessor processor, LongPredicate hasRoom) implements ImapProcessor {
    /** James knows no such code, so that it is written as the text's beginning. */
    private static final HumanReadableText FULL =
            new HumanReadableText(
                    "disk.full",
                    "[UNAVAILABLE] The disk is full, the letter was not saved. Please try again"
                            + " later");

    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        processReactive(message, responder, session).block();
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        if (message instanceof AppendRequest append && !hasRoomFor(append)) {
            session.stopDetectingCommandInjection();
            responder.respond(refusal(append));
            return Mono.empty();
        }
        return processor.processReactive(message, responder, session);
    }

    private boolean hasRoomFor(AppendRequest append) {
        try {
            return hasRoom.test(append.getMessage().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what came in cannot be read any more
        }
    }

    @SuppressWarnings("NullAway") // James's way to leave out the command's name and a code
    private static ImmutableStatusResponse refusal(AppendRequest append) {
        return new ImmutableStatusResponse(
                StatusResponse.Type.NO, append.getTag(), null, FULL, null);
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        processor.configure(configuration);
    }
}

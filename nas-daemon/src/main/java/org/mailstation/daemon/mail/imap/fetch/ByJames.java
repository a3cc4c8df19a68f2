package org.mailstation.daemon.mail.imap.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.encode.FetchResponseEncoder;
import org.apache.james.imap.encode.ImapResponseWriter;
import org.apache.james.imap.encode.base.ImapResponseComposerImpl;
import org.apache.james.imap.message.Literal;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.processor.fetch.EnvelopeBuilder;
import org.apache.james.imap.processor.fetch.FetchResponseBuilder;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.mailstation.daemon.store.outline.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets James find out what it would say about a letter, in the octets in which it says it. */
final class ByJames {
    private static final Logger LOG = LoggerFactory.getLogger(ByJames.class);
    private static final byte[] END = {')', '\r', '\n'};

    private final FetchResponseBuilder builder = new FetchResponseBuilder(new EnvelopeBuilder());
    private final FetchResponseEncoder encoder = new FetchResponseEncoder();
    private final ImapSession session;
    private final SelectedMailbox selected;

    ByJames(ImapSession session, SelectedMailbox selected) {
        this.session = session;
        this.selected = selected;
    }

    /**
     * @throws MailboxException if the letter cannot be read
     */
    byte[] outline(Kind kind, MailboxMessage letter) throws MailboxException, IOException {
        try {
            return asJamesSays(kind, letter);
        } catch (StackOverflowError tooDeep) {
            LOG.info("A letter of too many parts within each other is shown as plain text");
            return plain(kind, letter);
        }
    }

    /** What a letter is of which nobody understands the parts (RFC 3501 7.4.2): its octets. */
    private static byte[] plain(Kind kind, MailboxMessage letter) {
        String text =
                switch (kind) {
                    case ENVELOPE -> "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";
                    case BODY -> structure(letter, "");
                    case STRUCTURE -> structure(letter, " NIL NIL NIL NIL");
                };
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String structure(MailboxMessage letter, String extension) {
        Long lines = letter.getTextualLineCount();
        return "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"8BIT\" "
                + letter.getBodyOctets()
                + " "
                + (lines == null ? 0 : lines)
                + extension
                + ")";
    }

    private byte[] asJamesSays(Kind kind, MailboxMessage letter)
            throws MailboxException, IOException {
        FetchData.Item item =
                switch (kind) {
                    case ENVELOPE -> FetchData.Item.ENVELOPE;
                    case BODY -> FetchData.Item.BODY;
                    case STRUCTURE -> FetchData.Item.BODY_STRUCTURE;
                };
        byte[] line = line(FetchData.builder().fetch(item).build(), letter);
        // * 1 FETCH (NAME …)
        int start = 0;
        for (int blanks = 0; blanks < 4; start++) {
            blanks += line[start] == ' ' ? 1 : 0;
        }
        return Arrays.copyOfRange(line, start, line.length - END.length);
    }

    private byte[] line(FetchData what, MailboxMessage letter)
            throws MailboxException, IOException {
        FetchResponse answer =
                builder.build(
                                what,
                                AsciiHeaders.in(letter),
                                selected.getMessageManager(),
                                selected,
                                session.getMailboxSession())
                        .block();
        Captured captured = new Captured(new ByteArrayOutputStream());
        ImapResponseComposerImpl composer = new ImapResponseComposerImpl(captured);
        encoder.encode(ExactEnvelope.in(Objects.requireNonNull(answer)), composer);
        composer.flush();
        return captured.octets().toByteArray();
    }

    private record Captured(ByteArrayOutputStream octets) implements ImapResponseWriter {
        @Override
        public void write(Literal literal) throws IOException {
            try (var in = literal.getInputStream()) {
                in.transferTo(octets);
            }
        }

        @Override
        public void write(byte[] buffer) {
            octets.writeBytes(buffer);
        }
    }
}

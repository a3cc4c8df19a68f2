package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Header;
import org.apache.james.mailbox.model.Headers;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.store.MessageResultImpl;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A header beyond ASCII (RFC 6532) said in ASCII, so that James can take its addresses apart: names
 * in encoded words, domains as the DNS knows them. A local part becomes an encoded word, too: no
 * program can write to it, but a person can read it (RFC 6858 has it left out).
 */
record AsciiHeaders(Headers octets) implements Headers {
    private static final Set<String> ADDRESSES =
            Set.of("from", "sender", "reply-to", "to", "cc", "bcc", "message-id", "in-reply-to");

    /** Quoted text, an address, or words between other signs. */
    private static final Pattern PIECE =
            Pattern.compile(
                    "\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"(?!@)"
                            + "|(?<local>[^\\s<>,;:\"()@]+)@(?<domain>[^\\s<>,;:\"()@]+)"
                            + "|(?<words>[^\\s<>,;:\"()@]+(?:\\s+[^\\s<>,;:\"()@]+)*)(?!@)");

    /** A letter with such a header. */
    static MessageResult in(MailboxMessage letter) {
        return new MessageResultImpl(letter) {
            @Override
            public Headers getHeaders() {
                return new AsciiHeaders(super.getHeaders());
            }
        };
    }

    @Override
    public Iterator<Header> headers() throws MailboxException {
        List<Header> said = new ArrayList<>();
        octets.headers().forEachRemaining(header -> said.add(said(header)));
        return said.iterator();
    }

    private static Header said(Header header) {
        String value = header.getValue();
        if (value == null || PlainWords.isAscii(value)) {
            return header;
        }
        return ADDRESSES.contains(header.getName().toLowerCase(Locale.ROOT))
                ? new Header(header.getName(), addresses(PlainWords.text(value)))
                : new Header(header.getName(), PlainWords.of(value));
    }

    /**
     * @param field content with all its letters
     */
    static String addresses(String field) {
        StringBuilder out = new StringBuilder();
        Matcher piece = PIECE.matcher(field);
        while (piece.find()) {
            String said = piece.group();
            if (!PlainWords.isAscii(said)) {
                said = said(piece);
            }
            piece.appendReplacement(out, Matcher.quoteReplacement(said));
        }
        piece.appendTail(out);
        return out.toString().replaceAll("[^\\x00-\\x7f]", "?");
    }

    private static String said(Matcher piece) {
        @Nullable String quoted = piece.group("quoted");
        if (quoted != null) {
            return PlainWords.encoded(quoted.replaceAll("\\\\(.)", "$1"));
        }
        @Nullable String local = piece.group("local");
        return local == null
                ? PlainWords.encoded(piece.group("words"))
                : PlainWords.ofText(local) + "@" + PlainWords.ofHostText(piece.group("domain"));
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return octets.getInputStream();
    }

    @Override
    public long size() throws MailboxException {
        return octets.size();
    }

    @Override
    public Publisher<ByteBuffer> reactiveBytes() {
        return octets.reactiveBytes();
    }
}

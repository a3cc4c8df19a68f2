package org.mailstation.daemon.store.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a letter's body: its text parts, decoded and without HTML's marks, the names of
 * files in it, and the headers and bodies of letters within it. In memory is never more than a
 * small piece of it.
 */
public final class LetterText {
    private static final MimeConfig CONFIG =
            MimeConfig.custom()
                    .setMaxLineLen(-1)
                    .setMaxHeaderCount(-1)
                    .setMaxHeaderLen(1 << 20)
                    .setMaxContentLen(-1)
                    .build();

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Parts within parts; a letter that is nested deeper wants to do harm. */
    private static final int DEEPEST = 30;

    private static final int LOOK_AHEAD = 16 * 1024;

    private final TextSink out;
    private final MimeTokenStream tokens = new MimeTokenStream(CONFIG);
    private final PartHeader part = new PartHeader();
    private long left;
    private int depth;
    private boolean attached;

    private LetterText(TextSink out, long limit) {
        this.out = out;
        this.left = limit;
    }

    /**
     * @param limit characters after which the rest is left out
     * @return whether a part is attached as a file
     * @throws IOException if the letter cannot be read; one that is badly made is read as far as it
     *     goes
     */
    public static boolean read(InputStream letter, TextSink out, long limit) throws IOException {
        LetterText text = new LetterText(out, limit);
        text.tokens.setRecursionMode(RecursionMode.M_RECURSE);
        text.tokens.parse(letter);
        try {
            text.run();
        } catch (MimeException e) {
            out.pause(); // the text before the mistake counts
        }
        return text.attached;
    }

    private void run() throws IOException, MimeException {
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM && left > 0;
                state = tokens.next()) {
            switch (state) {
                case T_START_MESSAGE, T_START_BODYPART -> begin(state);
                case T_END_MESSAGE, T_END_BODYPART -> depth--;
                case T_FIELD -> field();
                case T_BODY -> body(tokens.getBodyDescriptor());
                default -> {
                    // preambles, epilogues and the limits of multiparts are no text
                }
            }
        }
    }

    private void begin(EntityState state) {
        depth++;
        part.begin(state == EntityState.T_START_MESSAGE && depth > 1);
        tokens.setRecursionMode(
                depth < DEEPEST ? RecursionMode.M_RECURSE : RecursionMode.M_NO_RECURSE);
    }

    private void field() throws IOException {
        HeaderField field =
                new HeaderField(tokens.getField().getName(), tokens.getField().getBody());
        part.take(field);
        if (part.isLetter()) {
            out.text(field.value());
            out.pause();
        }
    }

    private void body(BodyDescriptor descriptor) throws IOException {
        String type = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
        String name = part.fileName();
        if (name != null) {
            out.attachment(name);
        }
        attached |= part.isAttachment(type);
        if (type.startsWith("text/")) {
            text(type, descriptor.getCharset());
            out.pause();
        }
    }

    private void text(String type, @Nullable String charset) throws IOException {
        BufferedInputStream octets =
                new BufferedInputStream(tokens.getDecodedInputStream(), LOOK_AHEAD);
        Reader reader = new Limited(new InputStreamReader(octets, charset(charset, octets)));
        if (type.equals("text/html")) {
            HtmlText.read(reader, out);
        } else {
            char[] buffer = new char[8 * 1024];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                out.text(CharBuffer.wrap(buffer, 0, count));
            }
        }
    }

    /** Many letters do not say in which one they are written, or say ASCII and mean another. */
    private static Charset charset(@Nullable String name, BufferedInputStream octets)
            throws IOException {
        Charset said = known(name);
        return said.equals(StandardCharsets.US_ASCII) ? guess(octets) : said;
    }

    private static Charset known(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.US_ASCII : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.US_ASCII; // then it is for us to guess
        }
    }

    private static Charset guess(BufferedInputStream octets) throws IOException {
        octets.mark(LOOK_AHEAD);
        byte[] start = octets.readNBytes(LOOK_AHEAD - 1);
        octets.reset();
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        // a character that is cut off at the end is no mistake
        boolean mistakes =
                decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false)
                        .isError();
        return mistakes ? WESTERN : StandardCharsets.UTF_8;
    }

    /** Ends where the limit is reached. */
    private final class Limited extends Reader {
        private final Reader in;
        private final char[] buffer = new char[4096];
        private int next;
        private int filled;

        Limited(Reader in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (next >= filled) {
                next = 0;
                filled = read(buffer, 0, buffer.length);
            }
            return filled <= 0 ? -1 : buffer[next++];
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = in.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

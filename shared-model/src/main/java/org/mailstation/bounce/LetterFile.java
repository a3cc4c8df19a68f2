package org.mailstation.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file apart into the letters and texts in it (RFC 2045, RFC 2046). One that is badly made
 * is read as far as it goes; nesting, number and length of what is kept are bounded.
 */
final class LetterFile {
    private static final MimeConfig CONFIG =
            MimeConfig.custom()
                    .setMaxLineLen(-1)
                    .setMaxHeaderCount(5_000)
                    .setMaxHeaderLen(64 * 1024)
                    .setMaxContentLen(-1)
                    .build();

    /** Letters and parts within each other; one that is nested deeper wants to do harm. */
    private static final int DEEPEST = 20;

    private static final int MOST_PARTS = 200;
    private static final int MOST_BYTES = 128 * 1024;

    private final MimeTokenStream tokens = new MimeTokenStream(CONFIG);
    private final List<Enclosed> letters = new ArrayList<>();
    private int current = -1;
    private int depth;
    private int parts;
    private boolean inPart;

    private LetterFile() {}

    /** The letters in it, the outermost first; empty: there is none. */
    static List<Enclosed> read(byte[] octets) {
        LetterFile file = new LetterFile();
        try {
            file.tokens.parse(new ByteArrayInputStream(octets));
            file.run();
        } catch (MimeException | IOException e) {
            return file.letters; // what stands before the mistake counts
        }
        return file.letters;
    }

    private void run() throws IOException, MimeException {
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM && depth <= DEEPEST && parts < MOST_PARTS;
                state = tokens.next()) {
            switch (state) {
                case T_START_MESSAGE -> {
                    depth++;
                    inPart = false;
                    letters.add(Enclosed.in(current));
                    current = letters.size() - 1;
                }
                case T_END_MESSAGE -> {
                    depth--;
                    current = letters.get(current).parent();
                }
                case T_START_BODYPART -> {
                    depth++;
                    inPart = true;
                }
                case T_END_BODYPART -> depth--;
                case T_FIELD -> field();
                case T_BODY -> body();
                default -> {
                    // preambles and the limits of multiparts say nothing
                }
            }
        }
    }

    private void field() {
        if (!inPart) {
            letters.get(current)
                    .fields()
                    .add(
                            new Enclosed.Field(
                                    tokens.getField().getName(), tokens.getField().getBody()));
        }
    }

    private void body() throws IOException {
        parts++;
        String type = type(String.valueOf(tokens.getBodyDescriptor().getMimeType()));
        if (!type.startsWith("text/") && !type.contains("delivery-status")) {
            return;
        }
        InputStream decoded = tokens.getDecodedInputStream();
        String text =
                new String(
                        decoded.readNBytes(MOST_BYTES),
                        charset(tokens.getBodyDescriptor().getCharset()));
        letters.get(current)
                .parts()
                .add(new Enclosed.Part(type, type.equals("text/html") ? HtmlLines.of(text) : text));
    }

    /** Bounces are ASCII or UTF-8, whatever else they call themselves. */
    private static Charset charset(@Nullable String name) {
        try {
            Charset said = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            return said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** RFC 6533: the same in the letters of all languages. */
    private static String type(String given) {
        String type = given.toLowerCase(Locale.ROOT);
        return switch (type) {
            case "message/global-delivery-status" -> "message/delivery-status";
            case "message/global-headers" -> "text/rfc822-headers";
            default -> type;
        };
    }
}

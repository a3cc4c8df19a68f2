package org.mailstation.control;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into messages: {@code Content-Length: n}, an empty line, n bytes of UTF-8
 * (Language Server Protocol, "Base Protocol"). Sizes are checked before room is made for them.
 */
final class Frames {
    /** Room for the header lines of one message, in bytes; ours need 25. */
    static final int MAX_HEADER = 1024;

    private final InputStream in;

    Frames(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next message, or {@code null} where the stream ends between two messages.
     *
     * @throws MalformedMessageException if it is not framed like that, larger than {@link
     *     StationControl#MAX_MESSAGE}, or not UTF-8
     */
    @Nullable String next() throws IOException {
        String header = header();
        if (header == null) {
            return null;
        }
        int length = contentLength(header);
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw malformed("the stream ends inside a message");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("a message is not UTF-8", e);
        }
    }

    /** Everything up to the empty line, without it. */
    private @Nullable String header() throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n", Math.max(0, header.length() - 4)) < 0) {
            int c = in.read();
            if (c < 0 && header.isEmpty()) {
                return null;
            }
            if (c < 0) {
                throw malformed("the stream ends inside a header");
            }
            if (header.length() == MAX_HEADER) {
                throw malformed("a header is longer than " + MAX_HEADER + " bytes");
            }
            header.append((char) c);
        }
        return header.substring(0, header.length() - 4);
    }

    private static int contentLength(String header) throws MalformedMessageException {
        int length = -1;
        for (String line : header.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw malformed("a header line has no colon");
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> {
                    if (length >= 0 || !value.matches("[0-9]{1,10}")) {
                        throw malformed("Content-Length is not one number");
                    }
                    length = (int) Math.min(Long.parseLong(value), Integer.MAX_VALUE);
                }
                case "content-type" -> {
                    if (!value.toLowerCase(Locale.ROOT)
                            .matches("[^;]*(;\\s*charset=\"?utf-?8\"?)?")) {
                        throw malformed("the content is not said to be UTF-8");
                    }
                }
                default -> {
                    // a later version may say more
                }
            }
        }
        if (length < 0) {
            throw malformed("Content-Length is missing");
        }
        if (length > StationControl.MAX_MESSAGE) {
            throw malformed("a message is larger than " + StationControl.MAX_MESSAGE + " bytes");
        }
        return length;
    }

    /**
     * Writes one message and sends it off.
     *
     * @throws MalformedMessageException if it is larger than {@link StationControl#MAX_MESSAGE};
     *     nothing was written
     */
    static void write(OutputStream out, String message) throws IOException {
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        if (content.length > StationControl.MAX_MESSAGE) {
            throw malformed(
                    "a message of "
                            + content.length
                            + " bytes is larger than "
                            + StationControl.MAX_MESSAGE);
        }
        out.write(
                ("Content-Length: " + content.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
    }

    private static MalformedMessageException malformed(String message) {
        return new MalformedMessageException(message, null);
    }
}

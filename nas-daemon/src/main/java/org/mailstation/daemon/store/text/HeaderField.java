package org.mailstation.daemon.store.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * A field of a header (RFC 5322, 2.2).
 *
 * @param name as it is written
 * @param body unfolded, encoded words as they are
 */
public record HeaderField(String name, String body) {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** The fields of a header in their order. What is not a field is left out. */
    public static List<HeaderField> parse(byte[] header) {
        List<HeaderField> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (String line : (Iterable<String>) text(header).lines()::iterator) {
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                add(field, fields);
                field.setLength(0);
            }
            field.append(line);
        }
        add(field, fields);
        return fields;
    }

    private static void add(CharSequence field, List<HeaderField> fields) {
        String text = field.toString();
        int colon = text.indexOf(':');
        if (colon > 0) {
            fields.add(
                    new HeaderField(
                            text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
        }
    }

    /** Headers with letters beyond ASCII should be UTF-8 (RFC 6532); many are not. */
    private static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, WESTERN); // any octets are a text in it
        }
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Encoded words decoded (RFC 2047). */
    public String value() {
        return body.contains("=?")
                ? DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT, StandardCharsets.UTF_8)
                : body;
    }
}

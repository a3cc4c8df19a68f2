package org.mailstation.bounce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * A letter of those that are in a file: the outermost, or one that is enclosed in it.
 *
 * @param parent index of the letter that it is in; negative: none
 */
record Enclosed(int parent, List<Field> fields, List<Part> parts) {
    record Field(String name, String body) {}

    /**
     * @param type {@code text/plain} and so on, in small letters
     */
    record Part(String type, String text) {}

    static Enclosed in(int parent) {
        return new Enclosed(parent, new ArrayList<>(), new ArrayList<>());
    }

    /** The first field of that name, in words; empty: there is none. */
    String value(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return decoded(field.body());
            }
        }
        return "";
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    /** The parts of that type, one after the other. */
    String text(String type) {
        StringBuilder all = new StringBuilder();
        parts.stream()
                .filter(part -> part.type().equals(type))
                .forEach(part -> all.append(part.text()).append("\n\n"));
        return all.toString();
    }

    private static String decoded(String body) {
        String line = body.replaceAll("[\\r\\n]+[ \\t]+", " ").strip();
        return line.contains("=?")
                ? DecoderUtil.decodeEncodedWords(line, DecodeMonitor.SILENT, StandardCharsets.UTF_8)
                : line;
    }
}

package org.mailstation.records;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.probe.RecordType;

/**
 * Records as lines of a zone file (RFC 1035 5.1), to be pasted where a name's provider takes such.
 * What others put there is a comment.
 */
public final class ZoneFile {
    /** RFC 1035 3.3: octets in one character-string. */
    private static final int LONGEST = 255;

    /** Short enough for a change to come round on the same day, in seconds. */
    private static final int TTL = 3600;

    private ZoneFile() {}

    /** Each record, with a comment above it in the language of this computer. */
    public static List<String> lines(List<WantedRecord> records, Locale language) {
        List<String> lines = new ArrayList<>();
        for (WantedRecord record : records) {
            comment(record.why().in(language)).forEach(lines::add);
            String line = line(record);
            lines.add(record.keeper() == Keeper.OWNER ? line : "; " + line);
        }
        return lines;
    }

    static List<String> comment(String words) {
        return words.lines().map(line -> "; " + line).toList();
    }

    /** One record on one line. */
    static String line(WantedRecord record) {
        String value =
                record.type() == RecordType.TXT
                        ? String.join(" ", strings(record.value()))
                        : record.value();
        return "%s. %d IN %s %s".formatted(record.name(), TTL, record.type(), value);
    }

    /** The text of a TXT record as the strings that it consists of, each in quotes. */
    public static List<String> strings(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        List<String> strings = new ArrayList<>();
        for (int from = 0; from == 0 || from < octets.length; from += LONGEST) {
            strings.add(quoted(octets, from, Math.min(from + LONGEST, octets.length)));
        }
        return strings;
    }

    private static String quoted(byte[] octets, int from, int to) {
        StringBuilder string = new StringBuilder("\"");
        for (int i = from; i < to; i++) {
            int octet = octets[i] & 0xFF;
            if (octet < 0x20 || octet > 0x7E) {
                string.append("\\%03d".formatted(octet));
            } else {
                string.append(octet == '"' || octet == '\\' ? "\\" : "").append((char) octet);
            }
        }
        return string.append('"').toString();
    }
}

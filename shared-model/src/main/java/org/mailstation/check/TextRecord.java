package org.mailstation.check;

import java.util.List;
import java.util.Locale;

/** TXT records that begin with their version, as SPF, DMARC and others do. */
final class TextRecord {
    private TextRecord() {}

    /** Those of one kind: others may share the name. */
    static List<String> of(Published.Same published, String version) {
        String wanted = version.toLowerCase(Locale.ROOT);
        return published.values().stream()
                .filter(text -> begins(text.toLowerCase(Locale.ROOT), wanted))
                .toList();
    }

    /** The version must be a word of its own: {@code v=spf10} is not {@code v=spf1}. */
    private static boolean begins(String text, String version) {
        return text.startsWith(version)
                && (text.length() == version.length()
                        || text.charAt(version.length()) == ' '
                        || text.charAt(version.length()) == ';');
    }

    /** The value of a tag (RFC 6376 3.2, RFC 7489 6.4) as it is; empty if it is not there. */
    static String tag(String record, String name) {
        for (String part : record.split(";", -1)) {
            String[] pair = part.strip().split("\\s*=\\s*", 2);
            if (pair.length == 2 && pair[0].equalsIgnoreCase(name)) {
                return pair[1].strip();
            }
        }
        return "";
    }
}

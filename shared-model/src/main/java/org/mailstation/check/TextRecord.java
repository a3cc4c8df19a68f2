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
}

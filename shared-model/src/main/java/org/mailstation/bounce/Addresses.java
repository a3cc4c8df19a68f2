package org.mailstation.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses in a text. */
final class Addresses {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![\\w.+-])[\\w.+%=-]{1,64}@(?:[\\w-]{1,63}\\.){1,8}[\\p{L}\\d-]{2,24}",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MACHINE =
            Pattern.compile(
                    "^(mailer[-_]?daemon|postmaster|mail[-_]daemon|microsoftexchange[\\w]*"
                            + "|double-bounce|mdaemon|tosa|tobr|abuse|hostmaster)@.*",
                    Pattern.CASE_INSENSITIVE);
    private static final int MOST = 50;

    private Addresses() {}

    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find() && found.size() < MOST) {
            String address = matcher.group().toLowerCase(Locale.ROOT);
            if (!found.contains(address)) {
                found.add(address);
            }
        }
        return found;
    }

    /** The first one; empty: none. */
    static String first(String text) {
        List<String> found = in(text);
        return found.isEmpty() ? "" : found.getFirst();
    }

    /** Whether letters from it come from a server. */
    static boolean isMachine(String address) {
        return MACHINE.matcher(address).matches();
    }
}

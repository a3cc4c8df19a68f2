package org.mailstation.daemon.sieve;

import java.util.List;

/** How a text is compared with keys (RFC 5228 2.7). */
record Match(Type type, Comparator comparator, List<String> keys) {
    enum Type {
        IS,
        CONTAINS,
        MATCHES
    }

    /** RFC 4790 9. */
    enum Comparator {
        OCTET,
        CASEMAP,
        NUMERIC
    }

    Match {
        keys = List.copyOf(keys);
    }

    boolean anyOf(Iterable<String> texts, Effort effort) throws ScriptException {
        for (String text : texts) {
            for (String key : keys) {
                if (one(text, key, effort)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean one(String text, String key, Effort effort) throws ScriptException {
        effort.spend(text.length() + 1L);
        return switch (comparator) {
            case OCTET -> plain(text, key, effort);
            case CASEMAP -> plain(folded(text), folded(key), effort);
            case NUMERIC -> number(text).equals(number(key));
        };
    }

    private boolean plain(String text, String key, Effort effort) throws ScriptException {
        return switch (type) {
            case IS -> text.equals(key);
            case CONTAINS -> {
                effort.spend(text.length() * (key.length() / 16L));
                yield text.contains(key);
            }
            case MATCHES -> Glob.matches(text, key, effort);
        };
    }

    /** ASCII only: other letters stay what they are. */
    private static String folded(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }

    /** The digits at the beginning without zeros before them; what has none is infinite. */
    private static String number(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? "infinite" : text.substring(0, end).replaceFirst("^0+(?=.)", "");
    }
}

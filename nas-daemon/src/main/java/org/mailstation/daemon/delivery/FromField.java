package org.mailstation.daemon.delivery;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.daemon.accounts.Address;

/** The addresses in a From field (RFC 5322 3.6.2). */
final class FromField {
    private FromField() {}

    /**
     * All addresses, or none at all if a part cannot be read: who checks senders must not overlook
     * one.
     */
    static List<Address> addresses(String content) {
        List<Address> found = new ArrayList<>();
        for (String part : split(withoutComments(content))) {
            String text = part.trim();
            int open = lastOutsideQuotes(text, '<');
            if (open >= 0) {
                if (!text.endsWith(">")) {
                    return List.of();
                }
                text = text.substring(open + 1, text.length() - 1).trim();
            }
            var address = Address.parse(text);
            if (address.isEmpty()) {
                return List.of();
            }
            found.add(address.get());
        }
        return found;
    }

    private static String withoutComments(String content) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\\' && i + 1 < content.length()) {
                if (depth == 0) {
                    kept.append(c).append(content.charAt(i + 1));
                }
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
                kept.append(c);
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static List<String> split(String content) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                parts.add(content.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(content.substring(start));
        return parts;
    }

    private static int lastOutsideQuotes(String text, char wanted) {
        boolean quoted = false;
        int found = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                found = i;
            }
        }
        return found;
    }
}

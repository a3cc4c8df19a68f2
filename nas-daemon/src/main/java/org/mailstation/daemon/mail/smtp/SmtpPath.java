package org.mailstation.daemon.mail.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailstation.daemon.accounts.Address;

/**
 * The argument of MAIL and RCPT: a path in angle brackets and parameters (RFC 5321 4.1.2).
 *
 * @param address without brackets and source route; empty for the null path
 * @param parameters by upper-case keyword; empty value where there is none
 */
record SmtpPath(String address, Map<String, String> parameters) {
    /**
     * @param keyword {@code FROM} or {@code TO}
     */
    static Optional<SmtpPath> parse(String keyword, String argument) {
        String start = keyword + ":";
        if (!argument.regionMatches(true, 0, start, 0, start.length())) {
            return Optional.empty();
        }
        // a blank after the colon is not in the standard, but old clients send it
        String rest = argument.substring(start.length()).trim();
        int close = closingBracket(rest);
        if (close < 0) {
            return Optional.empty();
        }
        String path = rest.substring(1, close);
        String after = rest.substring(close + 1);
        if (!after.isEmpty() && !after.startsWith(" ")) {
            return Optional.empty();
        }
        return parameters(after.trim())
                .map(parameters -> new SmtpPath(withoutRoute(path), parameters));
    }

    private static int closingBracket(String text) {
        if (!text.startsWith("<")) {
            return -1;
        }
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** RFC 5321 C: a source route is accepted and ignored; the address behind it is what counts. */
    private static String withoutRoute(String path) {
        int colon = path.indexOf(':');
        boolean routed = path.startsWith("@") && colon > 0;
        return routed ? path.substring(colon + 1) : path;
    }

    private static Optional<Map<String, String>> parameters(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String word : text.split(" +", -1)) {
                int equals = word.indexOf('=');
                String key =
                        (equals < 0 ? word : word.substring(0, equals)).toUpperCase(Locale.ROOT);
                String value = equals < 0 ? "" : word.substring(equals + 1);
                if (!key.matches("[A-Z0-9][A-Z0-9-]*") || found.put(key, value) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(found);
    }

    Optional<Address> parsed() {
        return Address.parse(address);
    }

    /** Whether it may be said only where letters beyond ASCII were agreed on (RFC 6531 3.3). */
    boolean isInternational() {
        return address.chars().anyMatch(c -> c > 0x7f);
    }
}

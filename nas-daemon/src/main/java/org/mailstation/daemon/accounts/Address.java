package org.mailstation.daemon.accounts;

import java.util.Locale;
import java.util.Optional;

/**
 * A mailbox address in the form that this station compares: lower case, quotes only where they are
 * needed (RFC 5321 4.1.2: {@code "alice"@example.org} is the same mailbox as {@code
 * alice@example.org}).
 *
 * @param local before the last {@code @}, not empty
 * @param domain after it, not empty
 */
public record Address(String local, String domain) {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_WHOLE = 254;

    public Address {
        if (local.isEmpty() || domain.isEmpty()) {
            throw new IllegalArgumentException("an address has two parts");
        }
    }

    /**
     * Reads {@code local@domain}. Control characters, spaces outside quotes, and whatever is not
     * ASCII are refused: they have no place in an address that came over a wire without SMTPUTF8,
     * and much harm has been done with them.
     */
    public static Optional<Address> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.length() > MAX_WHOLE || at > MAX_LOCAL) {
            return Optional.empty();
        }
        if (text.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            return Optional.empty();
        }
        String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
        return isDomain(domain)
                ? local(text.substring(0, at)).map(local -> new Address(local, domain))
                : Optional.empty();
    }

    private static Optional<String> local(String text) {
        if (isDotAtom(text)) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        if (text.length() < 3 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return Optional.empty();
        }
        StringBuilder bare = new StringBuilder();
        String inner = text.substring(1, text.length() - 1);
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                bare.append(inner.charAt(++i));
            } else if (c == '\\' || c == '"') {
                return Optional.empty();
            } else {
                bare.append(c);
            }
        }
        String plain = bare.toString().toLowerCase(Locale.ROOT);
        return Optional.of(isDotAtom(plain) ? plain : text.toLowerCase(Locale.ROOT));
    }

    private static boolean isDotAtom(String text) {
        return text.matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    }

    /** A name, or an address literal in brackets (RFC 5321 4.1.3). */
    private static boolean isDomain(String text) {
        return text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
                || text.matches("\\[[0-9a-z:.]+]");
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}

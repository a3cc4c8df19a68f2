package org.mailstation.daemon.accounts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailstation.idna.DomainNames;

/**
 * A mailbox address in the form that this station compares: lower case, quotes only where they are
 * needed (RFC 5321 4.1.2: {@code "alice"@example.org} is the same mailbox as {@code
 * alice@example.org}), the domain as the DNS knows it.
 *
 * @param local before the last {@code @}, not empty; as it came, if it is not ASCII (RFC 6531 3.3)
 * @param domain after it, not empty; ASCII (RFC 5890 2.3.2.1)
 */
public record Address(String local, String domain) {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_WHOLE = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~[^\\x00-\\x7f]-]+";
    private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");

    /**
     * Controls, what cannot be written in UTF-8, blanks of other kinds, and what turns the
     * direction of writing: seen in a list of letters, such an address is another one than it is.
     */
    private static final Pattern HARMFUL =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ ]]"
                            + "\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFD]");

    public Address {
        if (local.isEmpty() || domain.isEmpty()) {
            throw new IllegalArgumentException("an address has two parts");
        }
    }

    /**
     * Reads {@code local@domain}, in ASCII or beyond (RFC 6531 3.3); whether an address beyond it
     * may be said is for the protocol to know. Control characters and spaces outside quotes are
     * refused: they have no place in an address, and much harm has been done with them.
     */
    public static Optional<Address> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > MAX_WHOLE || octets(text.substring(0, at)) > MAX_LOCAL) {
            return Optional.empty();
        }
        if (HARMFUL.matcher(text).find()) {
            return Optional.empty();
        }
        return DomainNames.ascii(text.substring(at + 1))
                .filter(Address::isDomain)
                .flatMap(
                        domain ->
                                local(text.substring(0, at))
                                        .map(local -> new Address(local, domain)))
                .filter(address -> octets(address.toString()) <= MAX_WHOLE);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<String> local(String text) {
        if (isDotAtom(text)) {
            return Optional.of(lower(text));
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
        String plain = lower(bare.toString());
        return Optional.of(isDotAtom(plain) ? plain : lower(text));
    }

    /** Letters beyond ASCII are the other server's affair: not every language has small ones. */
    private static String lower(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isDotAtom(String text) {
        return DOT_ATOM.matcher(text).matches();
    }

    /** A name, or an address literal in brackets (RFC 5321 4.1.3). */
    private static boolean isDomain(String text) {
        return text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
                || text.matches("\\[[0-9a-z:.]+]");
    }

    /** Whether only servers with SMTPUTF8 can be told of it. */
    public boolean isInternational() {
        return !isAscii(local);
    }

    /** The one that an entry of this station has for it: composed, in small letters. */
    public Address folded() {
        return isInternational()
                ? new Address(
                        Normalizer.normalize(local.toLowerCase(Locale.ROOT), Normalizer.Form.NFC),
                        domain)
                : this;
    }

    /** As people write it, with the letters of the domain. */
    public String shown() {
        return local + "@" + DomainNames.shown(domain);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}

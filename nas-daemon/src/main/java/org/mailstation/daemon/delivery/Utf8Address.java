package org.mailstation.daemon.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.daemon.accounts.Address;

/**
 * Addresses of the kind {@code utf-8} as they stand in parameters and reports (RFC 6533 3): in
 * ASCII, with other letters as <code>\x{20AC}</code>.
 */
final class Utf8Address {
    static final String KIND = "utf-8";

    /** Anything else than what means something to xtext, or to this form. */
    private static final Pattern PIECE =
            Pattern.compile("\\\\x\\{([0-9A-F]{1,6})\\}|[!-*,-<>-\\[\\]-~[^\\x00-\\x7f]]");

    private Utf8Address() {}

    /** What it means, or nothing if it is badly made or holds what a report cannot show. */
    static Optional<String> decoded(String coded) {
        StringBuilder plain = new StringBuilder();
        Matcher piece = PIECE.matcher(coded);
        int at = 0;
        while (at < coded.length() && piece.find(at) && piece.start() == at) {
            String code = piece.group(1);
            int point = code == null ? 0 : Integer.parseInt(code, 16);
            if (point > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            plain.append(code == null ? piece.group() : Character.toString(point));
            at = piece.end();
        }
        boolean whole = at == coded.length() && at > 0;
        return whole && Address.parse(plain.toString()).isPresent()
                ? Optional.of(plain.toString())
                : Optional.empty();
    }

    static String coded(String plain) {
        StringBuilder coded = new StringBuilder();
        plain.codePoints()
                .forEach(
                        c -> {
                            boolean safe =
                                    c > 0x20 && c < 0x7f && c != '+' && c != '=' && c != '\\';
                            coded.append(
                                    safe ? Character.toString(c) : String.format("\\x{%X}", c));
                        });
        return coded.toString();
    }

    /** The content of a field of a report, with the kind of address (RFC 6533 3). */
    static String field(Address address) {
        return address.isInternational() ? KIND + "; " + address : "rfc822; " + address;
    }
}

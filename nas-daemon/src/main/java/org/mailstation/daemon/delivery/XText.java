package org.mailstation.daemon.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as it stands in parameters of SMTP (RFC 3461 4). */
final class XText {
    private static final String FORM = "([!-*,-<>-~]|\\+[0-9A-F]{2})+";

    private XText() {}

    /** What it means, or nothing if it is badly made or holds what a report cannot show. */
    static Optional<String> decoded(String coded) {
        if (!coded.matches(FORM)) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < coded.length(); i++) {
            char c = coded.charAt(i);
            if (c == '+') {
                c = (char) Integer.parseInt(coded, i + 1, i + 3, 16);
                i += 2;
            }
            // 4.2 and 4.4: only what is printed, and blanks
            if (c < 0x20 || c > 0x7e) {
                return Optional.empty();
            }
            plain.append(c);
        }
        return Optional.of(plain.toString());
    }

    /** The same for octets that are UTF-8, or nothing if they are not. */
    static Optional<String> utf8(String coded) {
        if (!coded.matches(FORM)) {
            return Optional.empty();
        }
        ByteBuffer octets = ByteBuffer.allocate(coded.length());
        for (int i = 0; i < coded.length(); i++) {
            boolean hex = coded.charAt(i) == '+';
            octets.put((byte) (hex ? Integer.parseInt(coded, i + 1, i + 3, 16) : coded.charAt(i)));
            i += hex ? 2 : 0;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /**
     * @param plain printable ASCII
     */
    static String coded(String plain) {
        StringBuilder coded = new StringBuilder();
        for (char c : plain.toCharArray()) {
            boolean safe = c > 0x20 && c < 0x7f && c != '+' && c != '=';
            coded.append(safe ? String.valueOf(c) : String.format("+%02X", (int) c));
        }
        return coded.toString();
    }
}

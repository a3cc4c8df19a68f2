package org.mailstation.daemon.moving;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names of mailboxes in the form of RFC 3501 5.1.3. */
final class Utf7 {
    private Utf7() {}

    /** What is not in this form stays as it is. */
    static String decode(String name) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            int end = name.charAt(at) == '&' ? name.indexOf('-', at) : -1;
            if (end < 0) {
                text.append(name.charAt(at++));
            } else {
                text.append(end == at + 1 ? "&" : utf16(name.substring(at + 1, end)));
                at = end + 1;
            }
        }
        return text.toString();
    }

    private static String utf16(String base64) {
        try {
            byte[] octets = Base64.getDecoder().decode(base64.replace(',', '/'));
            return new String(octets, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException somethingElse) {
            return "&" + base64 + "-";
        }
    }

    static String encode(String text) {
        StringBuilder name = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (char c : (text + '\0').toCharArray()) {
            boolean plain = c == 0 || c >= ' ' && c <= '~';
            if (plain && !other.isEmpty()) {
                byte[] octets = other.toString().getBytes(StandardCharsets.UTF_16BE);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(octets);
                name.append('&').append(base64.replace('/', ',')).append('-');
                other.setLength(0);
            }
            if (!plain) {
                other.append(c);
            } else if (c != 0) {
                name.append(c == '&' ? "&-" : c);
            }
        }
        return name.toString();
    }
}

package org.mailstation.daemon.store.disk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names of users and mailboxes as names of folders: readable where they are harmless, and never a
 * path.
 */
public final class SafeName {
    private static final int LIMIT = 80;
    private static final String PLAIN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_@+";

    private SafeName() {}

    /**
     * Letters, digits and a few signs as they are, everything else as {@code %} and the hexadecimal
     * octets of its UTF-8 form. A dot stays unless it comes first. Two names can only be the same
     * if they agree in the first 80 octets, so whoever needs difference adds it.
     */
    public static String of(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (PLAIN.indexOf(c) >= 0 || (c == '.' && !safe.isEmpty())) {
                safe.append(c);
            } else {
                safe.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
            if (safe.length() >= LIMIT) {
                break;
            }
        }
        return safe.isEmpty() ? "%" : safe.toString();
    }

    /** The name that became this one, if it was not cut off. */
    public static String original(String safe) {
        return URLDecoder.decode(safe.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

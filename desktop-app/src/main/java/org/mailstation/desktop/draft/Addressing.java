package org.mailstation.desktop.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Addresses of which people type only the part before the {@code @}. */
final class Addressing {
    private Addressing() {}

    static String whole(String typed, String domain) {
        String local = typed.strip().toLowerCase(Locale.ROOT);
        return local.isEmpty() || local.contains("@") ? local : local + "@" + domain;
    }

    /** Several, separated by commas, semicolons or blanks. */
    static List<String> all(String typed, String domain) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .filter(one -> !one.isBlank())
                .map(one -> whole(one, domain))
                .toList();
    }

    static String shortened(String address, String domain) {
        String end = "@" + domain;
        return address.length() > end.length() && address.endsWith(end)
                ? address.substring(0, address.length() - end.length())
                : address;
    }
}

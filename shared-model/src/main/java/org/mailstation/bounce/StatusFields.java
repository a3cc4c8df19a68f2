package org.mailstation.bounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields for programs of a report (RFC 3464): those of the letter, then a group for each
 * recipient.
 */
record StatusFields(List<Map<String, String>> groups) {
    private static final int MOST_GROUPS = 100;

    static StatusFields parse(String text) {
        List<Map<String, String>> groups = new ArrayList<>();
        Map<String, String> group = new HashMap<>();
        String name = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                keep(groups, group);
                group = new HashMap<>();
                name = "";
            } else if (Character.isWhitespace(line.charAt(0)) || colon <= 0) {
                // some servers forget to indent the next line of a long answer
                group.computeIfPresent(name, (_, said) -> said + " " + line.strip());
            } else {
                String next = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).strip();
                if (next.contains(" ")) {
                    group.computeIfPresent(name, (_, said) -> said + " " + line.strip());
                } else {
                    name = next;
                    group.putIfAbsent(name, value);
                }
            }
        }
        keep(groups, group);
        return new StatusFields(List.copyOf(groups));
    }

    private static void keep(List<Map<String, String>> groups, Map<String, String> group) {
        if (!group.isEmpty() && groups.size() < MOST_GROUPS) {
            groups.add(group);
        }
    }

    /** The server that reports; empty: not said. */
    String reporter() {
        return groups.stream()
                .map(group -> name(group.getOrDefault("reporting-mta", "")))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    List<Map<String, String>> recipients() {
        return groups.stream()
                .filter(
                        group ->
                                group.containsKey("final-recipient")
                                        || group.containsKey("original-recipient")
                                        || group.containsKey("action"))
                .toList();
    }

    /** {@code rfc822; <bob@example.net>} without its type and brackets. */
    static String address(Map<String, String> group) {
        // whom the sender wrote to says more than where it was forwarded, but is often left out
        String said = value(group.getOrDefault("final-recipient", ""));
        if (said.isEmpty()) {
            said = value(group.getOrDefault("original-recipient", ""));
        }
        return said.replaceAll("[<>\\s]", "");
    }

    /** {@code dns; mx.example.net. (192.0.2.1, …)} without all but the name. */
    static String name(String mta) {
        String said = value(mta).replaceAll("[\\s(].*$", "").replaceAll("^\\[|]$", "");
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    static String value(String typed) {
        return typed.replaceFirst("^[A-Za-z0-9-]{1,20}\\s*;\\s*", "").strip();
    }
}

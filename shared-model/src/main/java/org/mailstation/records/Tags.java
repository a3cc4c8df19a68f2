package org.mailstation.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tags of a TXT record like {@code v=DMARC1; p=none} (RFC 6376 3.2, RFC 7489 6.4).
 *
 * @param list in their order, names in small letters, values as they are
 */
public record Tags(List<Tag> list) {
    /** One of them. */
    public record Tag(String name, String value) {}

    public Tags {
        list = List.copyOf(list);
    }

    /** Takes a record apart; what has no {@code =} is a tag without a value. */
    public static Tags of(String record) {
        List<Tag> tags = new ArrayList<>();
        for (String part : record.split(";", -1)) {
            if (!part.isBlank()) {
                String[] pair = part.strip().split("\\s*=\\s*", 2);
                String value = pair.length == 2 ? pair[1].strip() : "";
                tags.add(new Tag(pair[0].toLowerCase(Locale.ROOT), value));
            }
        }
        return new Tags(tags);
    }

    /** The value of a tag; empty if it is not there. */
    public String get(String name) {
        return list.stream()
                .filter(tag -> tag.name().equals(name))
                .map(Tag::value)
                .findFirst()
                .orElse("");
    }

    public boolean has(String name) {
        return list.stream().anyMatch(tag -> tag.name().equals(name));
    }
}

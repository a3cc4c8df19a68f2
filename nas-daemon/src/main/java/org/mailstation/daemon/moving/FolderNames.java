package org.mailstation.daemon.moving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What folders of elsewhere are called here. */
final class FolderNames {
    private static final String INBOX = "INBOX";

    /** RFC 6154 2, and the names of this station for them. */
    private static final Map<String, String> USES =
            Map.of(
                    "\\sent", "Sent",
                    "\\drafts", "Drafts",
                    "\\trash", "Trash",
                    "\\junk", "Spam",
                    "\\archive", "Archive");

    /** Of servers and programs that do not say what a folder is for. */
    private static final Map<String, Set<String>> USUAL =
            Map.of(
                    "Sent",
                    Set.of("sent", "sent items", "sent messages", "gesendet", "gesendete objekte"),
                    "Drafts",
                    Set.of("drafts", "draft", "entwürfe"),
                    "Trash",
                    Set.of("trash", "deleted items", "deleted messages", "papierkorb"),
                    "Spam",
                    Set.of("spam", "junk", "junk e-mail", "junk-e-mail", "bulk mail"),
                    "Archive",
                    Set.of("archive", "archives", "archiv"));

    private FolderNames() {}

    /**
     * @param parts of the name, from the top
     * @param attributes what the server says of it, in small letters
     */
    static String here(List<String> parts, Set<String> attributes) {
        for (Map.Entry<String, String> use : USES.entrySet()) {
            if (attributes.contains(use.getKey())) {
                return use.getValue();
            }
        }
        List<String> own =
                parts.size() > 1 && parts.getFirst().equalsIgnoreCase(INBOX)
                        ? parts.subList(1, parts.size())
                        : parts;
        if (own.size() == 1) {
            String usual = usual(own.getFirst());
            if (usual != null) {
                return usual;
            }
        }
        return own.stream().map(FolderNames::part).collect(Collectors.joining("."));
    }

    private static @Nullable String usual(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.equals("inbox")) {
            return INBOX;
        }
        return USUAL.entrySet().stream()
                .filter(one -> one.getValue().contains(small))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** A dot would make two folders of one; some other characters are not allowed in names. */
    private static String part(String name) {
        String clean = name.replaceAll("[.%*#\\p{Cntrl}]", "_").strip();
        return clean.isEmpty() ? "_" : clean;
    }

    static List<String> parts(String name, String delimiter) {
        return delimiter.isEmpty()
                ? List.of(name)
                : Arrays.stream(name.split(java.util.regex.Pattern.quote(delimiter)))
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}

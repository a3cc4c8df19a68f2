package org.mailstation.daemon.store.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The flags of a letter (RFC 9051, 2.3.2).
 *
 * @param bits system flags, a union of the constants below
 * @param keywords the user's own flags, in the form in which they were set
 */
public record LetterFlags(int bits, List<String> keywords) {
    public static final int ANSWERED = 1;
    public static final int DELETED = 2;
    public static final int DRAFT = 4;
    public static final int FLAGGED = 8;
    public static final int RECENT = 16;
    public static final int SEEN = 32;

    private static final int ALL = 63;
    private static final Map<Integer, String> NAMES =
            Map.of(
                    SEEN, "\\Seen",
                    ANSWERED, "\\Answered",
                    FLAGGED, "\\Flagged",
                    DRAFT, "\\Draft",
                    DELETED, "\\Deleted");
    private static final LetterFlags[] PLAIN = plain();

    public static final LetterFlags NONE = new LetterFlags(0, List.of());

    public LetterFlags {
        keywords = List.copyOf(keywords);
    }

    /** Shares what has no keywords. */
    static LetterFlags of(int bits, List<String> keywords) {
        return keywords.isEmpty() && (bits & ALL) == bits
                ? PLAIN[bits]
                : new LetterFlags(bits, keywords);
    }

    private static LetterFlags[] plain() {
        LetterFlags[] plain = new LetterFlags[ALL + 1];
        java.util.Arrays.setAll(plain, bits -> new LetterFlags(bits, List.of()));
        return plain;
    }

    public boolean has(int bit) {
        return (bits & bit) != 0;
    }

    /** As IMAP writes them, apart from {@code \\Recent}, which belongs to no letter for long. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(keywords);
        NAMES.forEach(
                (bit, name) -> {
                    if (has(bit)) {
                        names.add(name);
                    }
                });
        return names;
    }

    public LetterFlags with(int bit) {
        return new LetterFlags(bits | bit, keywords);
    }
}

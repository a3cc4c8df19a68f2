package org.mailstation.daemon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The backups in a vault, and what they share. */
record Shelf(Vault vault) {
    static final String LISTS = "backups";
    private static final String OBJECTS = "objects";
    private static final String README = "READ-ME.txt";
    private static final String SUFFIX = ".list.gz";
    private static final int PREFIXES = 256;
    private static final int REST = 62;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** For whoever stands before this folder without Mail Station, perhaps years from now. */
    private static final String WORDS =
            """
            Backups of a Mail Station.

            backups/DATE.list.gz  is one backup: a text with a line for each file: kind, SHA-256,
                                  size, time, mailbox, number, path; parts separated by tabs.
            objects/              are the files, by the first two and the other digits of their
                                  SHA-256. Each is there once. Letters are plain text.

            Back onto a station:  mailstationctl restore THIS-FOLDER
            Without Mail Station, all letters of a backup:

              zcat backups/DATE.list.gz | grep '^L' | while IFS="$(printf '\\t')" read -r _ h _ _ _ _ p; do
                  mkdir -p "out/$(dirname "$p")"
                  cp "objects/$(echo "$h" | cut -c1-2)/$(echo "$h" | cut -c3-)" "out/$p"
              done
            """;

    /** When each finished backup was made, oldest first. */
    List<Instant> dates() throws IOException {
        return vault.list(LISTS).stream()
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .map(Shelf::instant)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
    }

    private static @Nullable Instant instant(String stamp) {
        try {
            return STAMP.parse(stamp, Instant::from);
        } catch (DateTimeParseException somethingElse) {
            return null;
        }
    }

    static String name(Instant date) {
        return LISTS + "/" + STAMP.format(date) + SUFFIX;
    }

    /**
     * The newest backup that is not newer than this; {@code null} if there is none.
     *
     * @param at a date, a moment, or nothing for the newest of all
     * @throws DateTimeParseException if it is something else
     */
    @Nullable Instant find(String at, ZoneId zone) throws IOException {
        Instant latest = at.isEmpty() ? Instant.MAX : latest(at, zone);
        return dates().stream()
                .filter(date -> !date.isAfter(latest))
                .reduce((_, b) -> b)
                .orElse(null);
    }

    private static Instant latest(String at, ZoneId zone) {
        Instant stamp = instant(at);
        if (stamp != null) {
            return stamp;
        }
        return at.length() == "2026-01-31".length()
                ? LocalDate.parse(at).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
                : Instant.parse(at);
    }

    Listing.Reader list(Instant date) throws IOException {
        InputStream in = vault.open(name(date));
        try {
            return new Listing.Reader(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    Listing.Head head(Instant date) throws IOException {
        try (Listing.Reader list = list(date)) {
            return list.head();
        }
    }

    void explain() throws IOException {
        if (!vault.list("").contains(README)) {
            vault.put(
                    README,
                    () -> new java.io.ByteArrayInputStream(WORDS.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The contents that lie there. */
    Known contents() throws IOException {
        Known known = new Known();
        eachContent((hash, _) -> known.add(hash));
        return known;
    }

    /** Takes what is found. */
    interface Content {
        void at(String hash, String name) throws IOException;
    }

    private void eachContent(Content content) throws IOException {
        List<String> folders = vault.list(OBJECTS);
        for (int prefix = 0; prefix < PREFIXES; prefix++) {
            String folder = String.format(java.util.Locale.ROOT, "%02x", prefix);
            if (folders.contains(folder)) {
                for (String rest : vault.list(OBJECTS + "/" + folder)) {
                    if (rest.length() == REST && rest.matches("[0-9a-f]*")) {
                        content.at(folder + rest, OBJECTS + "/" + folder + "/" + rest);
                    }
                }
            }
        }
    }

    /**
     * Leaves the newest backups and what they need.
     *
     * @param keep how many, at least one; 0: all
     * @return how many backups went
     */
    int prune(int keep) throws IOException {
        List<Instant> dates = dates();
        int gone = keep == 0 ? 0 : Math.max(0, dates.size() - keep);
        if (gone == 0) {
            return 0;
        }
        for (Instant old : dates.subList(0, gone)) {
            vault.delete(name(old));
        }
        Known needed = new Known();
        for (Instant kept : dates.subList(gone, dates.size())) {
            try (Listing.Reader list = list(kept)) {
                for (Entry entry = list.next(); entry != null; entry = list.next()) {
                    needed.add(entry.hash());
                }
            }
        }
        eachContent(
                (hash, name) -> {
                    if (!needed.has(hash)) {
                        vault.delete(name);
                    }
                });
        return gone;
    }
}

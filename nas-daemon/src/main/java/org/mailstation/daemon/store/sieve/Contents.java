package org.mailstation.daemon.store.sieve;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of an account as its file {@code scripts} lists them: a line each of the number of
 * its file, its octets, since when it is active or {@code -}, and its name, which goes on to the
 * end of the line. Whatever changes, it changes with the rename of this one file.
 *
 * @param next a number that no script ever had
 */
record Contents(int next, List<Entry> entries) {
    static final Contents NONE = new Contents(1, List.of());

    private static final String NEXT = "next ";
    private static final int PARTS = 4;

    Contents {
        entries = List.copyOf(entries);
    }

    @Nullable Entry find(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElse(null);
    }

    @Nullable Entry active() {
        return entries.stream().filter(e -> e.activeSince() != null).findFirst().orElse(null);
    }

    /** Octets of all scripts but the one of this name. */
    long octetsWithout(String name) {
        return entries.stream().filter(e -> !e.name().equals(name)).mapToLong(Entry::octets).sum();
    }

    /** With this entry behind the others, and none of this name before. */
    Contents with(Entry entry) {
        List<Entry> all = new ArrayList<>(without(entry.name()).entries);
        all.add(entry);
        return new Contents(Math.max(next, entry.number() + 1), all);
    }

    Contents without(String name) {
        return new Contents(next, entries.stream().filter(e -> !e.name().equals(name)).toList());
    }

    /** Only the script of this name is active; if there is none, no one is. */
    Contents activated(String name, Instant now) {
        return new Contents(
                next,
                entries.stream().map(e -> e.active(e.name().equals(name) ? now : null)).toList());
    }

    String write() {
        StringBuilder text = new StringBuilder(NEXT).append(next).append('\n');
        for (Entry entry : entries) {
            text.append(entry.number()).append(' ').append(entry.octets()).append(' ');
            text.append(entry.activeSince() == null ? "-" : entry.activeSince()).append(' ');
            text.append(entry.name()).append('\n');
        }
        return text.toString();
    }

    /**
     * @throws IOException if it is not what {@link #write} writes
     */
    static Contents read(String text) throws IOException {
        try {
            List<String> lines = List.of(text.split("\n", -1));
            List<Entry> entries = new ArrayList<>();
            for (String line : lines.subList(1, lines.size() - 1)) {
                String[] parts = line.split(" ", PARTS);
                entries.add(
                        new Entry(
                                Integer.parseInt(parts[0]),
                                Long.parseLong(parts[1]),
                                parts[2].equals("-") ? null : Instant.parse(parts[2]),
                                parts[PARTS - 1]));
            }
            return new Contents(
                    Integer.parseInt(lines.getFirst().substring(NEXT.length())), entries);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the list of scripts is damaged", e);
        }
    }
}

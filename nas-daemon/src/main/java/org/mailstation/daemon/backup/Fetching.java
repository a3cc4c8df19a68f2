package org.mailstation.daemon.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;

/** Brings the files of one backup into a folder, and compares each with what it was. */
final class Fetching {
    private static final int MOST_NAMED = 100;
    private static final long SPARE = 64L * 1024 * 1024;

    private final Shelf shelf;
    private final Instant date;
    private final Course course;
    private final boolean setsAside;
    private final List<String> damaged = new ArrayList<>();
    private final Map<Long, Long> letters = new HashMap<>();
    private long damages;
    private long files;

    /**
     * @param setsAside a content that is not what its name says gets another name
     */
    Fetching(Shelf shelf, Instant date, Course course, boolean setsAside) {
        this.setsAside = setsAside;
        this.shelf = shelf;
        this.date = date;
        this.course = course;
    }

    /**
     * Brings everything.
     *
     * @throws Making.NoRoomException if it does not fit; nothing was written then
     * @throws IOException if the list cannot be read, or the folder not be written
     */
    Listing.Head run(Path folder) throws IOException {
        try (Listing.Reader list = shelf.list(date)) {
            long free = Files.getFileStore(folder).getUsableSpace();
            long needed = list.head().octets() + SPARE;
            if (free < needed) {
                throw new Making.NoRoomException(needed, free);
            }
            long all = list.head().letters();
            long seen = 0;
            for (Entry entry = list.next(); entry != null; entry = list.next()) {
                course.goOn();
                seen += entry.isLetter() ? 1 : 0;
                course.at(seen, all, Text.of("backup.step.fetch", seen, all));
                Path file = entry.below(folder);
                boolean right = fetch(shelf.vault(), entry, file);
                count(entry, right);
                if (!right && setsAside && Files.exists(file)) {
                    setAside(entry, file);
                }
            }
            return list.head();
        }
    }

    private void setAside(Entry entry, Path file) throws IOException {
        shelf.vault().put("damaged/" + entry.hash(), () -> Files.newInputStream(file));
        shelf.vault().delete(entry.object());
    }

    private void count(Entry entry, boolean right) {
        if (!right) {
            damages++;
            if (damaged.size() < MOST_NAMED) {
                damaged.add(entry.path());
            }
        } else if (entry.isLetter()) {
            letters.merge(entry.box(), 1L, Long::sum);
        } else {
            files++;
        }
    }

    /**
     * Brings one file.
     *
     * @return whether it is what it was; a damaged one is there as it is now, a missing one is not
     */
    static boolean fetch(Vault vault, Entry entry, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(".").normalize());
        Hashing.Result found;
        try (InputStream in = vault.open(entry.object());
                OutputStream out =
                        new BufferedOutputStream(
                                Files.newOutputStream(
                                        file,
                                        StandardOpenOption.CREATE_NEW,
                                        StandardOpenOption.WRITE))) {
            found = Hashing.copy(in, out);
        } catch (NoSuchFileException missing) {
            return false;
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(entry.time()));
        return found.hash().equals(entry.hash());
    }

    long damages() {
        return damages;
    }

    List<String> damaged() {
        return damaged;
    }

    /** Other files than letters that are what they were. */
    long files() {
        return files;
    }

    /** By the number of their mailbox, letters that are what they were. */
    Map<Long, Long> letters() {
        return letters;
    }

    long allLetters() {
        return letters.values().stream().mapToLong(Long::longValue).sum();
    }
}

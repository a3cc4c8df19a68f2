package org.mailstation.daemon.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.Secret;
import org.mailstation.daemon.store.StoreCopy;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;

/** Makes one backup. */
final class Making {
    /** What no list says is needed, for names and folders. */
    private static final long SPARE = 16L * 1024 * 1024;

    private final Mail mail;
    private final Station station;
    private final Shelf shelf;
    private final Path scratch;
    private final Course course;
    private final List<Entry> files = new ArrayList<>();
    private final TreeMap<Place, Entry> late = new TreeMap<>();
    private Known known = new Known();
    private long all;
    private long seen;
    private long letters;
    private long octets;
    private long copied;
    private long copiedOctets;

    private record Place(long box, long uid) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return box == other.box ? Long.compare(uid, other.uid) : Long.compare(box, other.box);
        }
    }

    /** There is not enough room; nothing was written. */
    static final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1L;
        private final long needed;
        private final long free;

        NoRoomException(long needed, long free) {
            super("no room");
            this.needed = needed;
            this.free = free;
        }

        Text text() {
            return Text.of("backup.no-room", Megabytes.of(needed), Megabytes.of(free));
        }
    }

    /**
     * @param scratch an empty folder on a disk of this computer
     */
    Making(Mail mail, Station station, Shelf shelf, Path scratch, Course course) {
        this.mail = mail;
        this.station = station;
        this.shelf = shelf;
        this.scratch = scratch;
        this.course = course;
    }

    /**
     * Returns when it is whole in the vault.
     *
     * @param passphrase that secrets are sealed by; {@code null}: they are left out
     */
    BackupOutcome.Made run(String version, Instant now, @Nullable Secret passphrase, int keep)
            throws IOException {
        course.at(0, 1, Text.of("backup.step.begin"));
        Path before = scratch.resolve("before");
        fetchList(before);
        needRoom(before);
        shelf.explain();
        known = shelf.contents();
        StoreCopy copy = copyMail(before);
        copyFiles();
        Map<String, byte[]> secrets = station.secrets();
        seal(secrets, passphrase);
        List<String> left =
                passphrase == null ? secrets.keySet().stream().sorted().toList() : List.of();
        Path list = scratch.resolve("list");
        write(list, version, copy, left);
        course.goOn();
        shelf.vault().put(Shelf.name(now), () -> Files.newInputStream(list));
        int pruned = shelf.prune(keep);
        return new BackupOutcome.Made(
                now, letters, octets, copied, copiedOctets, copy.missing(), pruned, left);
    }

    private void fetchList(Path before) throws IOException {
        List<Instant> dates = shelf.dates();
        if (!dates.isEmpty()) {
            try (InputStream in = shelf.vault().open(Shelf.name(dates.getLast()))) {
                Files.copy(in, before);
            }
        }
    }

    private void needRoom(Path before) throws IOException {
        long[] needed = {SPARE};
        try (Earlier earlier = Earlier.open(before)) {
            mail.each(
                    (box, uid, size) -> {
                        all++;
                        needed[0] += earlier.find(box, uid) == null ? size : 0;
                    });
        }
        long free = shelf.vault().free();
        if (free < needed[0]) {
            throw new NoRoomException(needed[0], free);
        }
    }

    private StoreCopy copyMail(Path before) throws IOException {
        StoreCopy copy = mail.copy();
        Path journal = scratch.resolve("journal");
        try (Earlier earlier = Earlier.open(before);
                BufferedWriter listed = Files.newBufferedWriter(scratch.resolve("letters"))) {
            copy.run(
                    journal,
                    letter -> {
                        Entry entry = copyLetter(letter, earlier.find(letter.box(), letter.uid()));
                        if (entry != null) {
                            listed.write(entry.line());
                            listed.write('\n');
                        }
                        return entry != null;
                    },
                    letter -> {
                        Entry entry = copyLetter(letter, null);
                        if (entry != null) {
                            late.put(new Place(letter.box(), letter.uid()), entry);
                        }
                        return entry != null;
                    });
        }
        add("mail/.station/journal", journal);
        return copy;
    }

    /** {@code null} if its file is gone. */
    private @Nullable Entry copyLetter(StoreCopy.Letter letter, @Nullable Entry before)
            throws IOException {
        course.goOn();
        seen++;
        course.at(seen, all, Text.of("backup.step.letters", seen, Math.max(seen, all)));
        String path = "mail/" + letter.path();
        try {
            BasicFileAttributes now =
                    Files.readAttributes(letter.file(), BasicFileAttributes.class);
            long time = now.lastModifiedTime().toMillis();
            if (before != null
                    && before.size() == now.size()
                    && before.time() == time
                    && known.has(before.hash())) {
                return new Entry(before.hash(), now.size(), time, letter.box(), letter.uid(), path);
            }
            Hashing.Result content = store(letter.file());
            return new Entry(
                    content.hash(), content.size(), time, letter.box(), letter.uid(), path);
        } catch (NoSuchFileException gone) {
            if (Files.exists(letter.file())) {
                throw gone; // it was something at the other end
            }
            return null;
        }
    }

    /** Puts a file's content into the vault, unless it lies there. */
    private Hashing.Result store(Path file) throws IOException {
        Hashing.Result content;
        try (InputStream in = Files.newInputStream(file)) {
            content = Hashing.of(in);
        }
        put(content, () -> Files.newInputStream(file));
        return content;
    }

    private void put(Hashing.Result content, Vault.Source source) throws IOException {
        if (!known.has(content.hash())) {
            shelf.vault().put(Entry.object(content.hash()), source);
            known.add(content.hash());
            copied++;
            copiedOctets += content.size();
        }
    }

    private void copyFiles() throws IOException {
        for (Path file : station.files()) {
            course.goOn();
            add(station.root().relativize(file).toString(), file);
        }
        Path notes = scratch.resolve("notes.mv");
        mail.copyNotes(notes);
        add("notes.mv", notes);
    }

    private void add(String path, Path file) throws IOException {
        try {
            // a file that may change is copied first, so that its hash is that of the copy
            Path still = Files.createTempFile(scratch, "file", "");
            try (InputStream in = Files.newInputStream(file)) {
                Files.copy(in, still, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            long time = Files.getLastModifiedTime(file).toMillis();
            Hashing.Result content = store(still);
            Files.delete(still);
            files.add(new Entry(content.hash(), content.size(), time, 0, 0, path));
        } catch (NoSuchFileException gone) {
            if (Files.exists(file)) {
                throw gone;
            }
        }
    }

    private void seal(Map<String, byte[]> secrets, @Nullable Secret passphrase) throws IOException {
        if (passphrase == null || secrets.isEmpty()) {
            return;
        }
        byte[] sealed = Sealed.seal(secrets, passphrase, Sealed.ITERATIONS, new SecureRandom());
        Hashing.Result content = Hashing.of(new ByteArrayInputStream(sealed));
        put(content, () -> new ByteArrayInputStream(sealed));
        files.add(new Entry(content.hash(), content.size(), 0, 0, 0, Sealed.PATH));
    }

    /** The head says how many there are, so that they are gone through twice. */
    private void write(Path list, String version, StoreCopy copy, List<String> left)
            throws IOException {
        List<Entry> whole = Station.withoutHalves(files);
        whole.forEach(file -> octets += file.size());
        merge(
                copy,
                entry -> {
                    letters++;
                    octets += entry.size();
                });
        try (Listing.Writer out =
                new Listing.Writer(list, new Listing.Head(version, letters, octets, left))) {
            for (Entry file : whole) {
                out.add(file);
            }
            merge(copy, out::add);
            out.finish();
        }
    }

    private interface Merged {
        void take(Entry entry) throws IOException;
    }

    /** Those that were listed and those that came meanwhile, in one order, without the removed. */
    private void merge(StoreCopy copy, Merged merged) throws IOException {
        TreeMap<Place, Entry> rest = new TreeMap<>(late);
        try (BufferedReader listed = Files.newBufferedReader(scratch.resolve("letters"))) {
            for (String line = listed.readLine(); line != null; line = listed.readLine()) {
                Entry entry = Entry.parse(line);
                Place place = new Place(entry.box(), entry.uid());
                while (!rest.isEmpty() && rest.firstKey().compareTo(place) < 0) {
                    takeUnlessGone(copy, rest.pollFirstEntry().getValue(), merged);
                }
                rest.remove(place);
                takeUnlessGone(copy, entry, merged);
            }
        }
        for (Entry entry : rest.values()) {
            takeUnlessGone(copy, entry, merged);
        }
    }

    private static void takeUnlessGone(StoreCopy copy, Entry entry, Merged merged)
            throws IOException {
        if (!copy.isGone(entry.box(), entry.uid())) {
            merged.take(entry);
        }
    }
}

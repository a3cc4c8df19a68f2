package org.mailstation.daemon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.store.MailStore;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;

/** Puts the letters of one mailbox back while the station runs. It takes no letter away. */
final class MailboxBack {
    private static final String JOURNAL = "mail/.station/journal";
    private static final char DELIMITER = '.';

    private final Shelf shelf;
    private final Instant date;
    private final Postman postman;
    private final Clock clock;
    private final Course course;
    private final Map<String, Known> contents = new HashMap<>();
    private long back;
    private long there;
    private long damages;

    MailboxBack(Shelf shelf, Instant date, Postman postman, Clock clock, Course course) {
        this.shelf = shelf;
        this.date = date;
        this.postman = postman;
        this.clock = clock;
        this.course = course;
    }

    /**
     * @param mailbox an address, perhaps with a slash and a folder
     * @param scratch an empty folder
     */
    RestoreOutcome run(String mailbox, boolean inPlace, Path scratch)
            throws IOException, Backups.RefusedException {
        int slash = mailbox.indexOf('/');
        String account =
                (slash < 0 ? mailbox : mailbox.substring(0, slash)).toLowerCase(Locale.ROOT);
        String only = slash < 0 ? "" : mailbox.substring(slash + 1).replace('/', DELIMITER);
        if (!postman.hasAccount(account)) {
            throw new Backups.RefusedException(Text.of("ctl.account.none", account));
        }
        fetchJournal(scratch);
        String folder =
                inPlace ? "" : "Restored " + date.atZone(ZoneId.systemDefault()).toLocalDate();
        try (MailStore store = MailStore.open(scratch.resolve("mail"), clock)) {
            Map<Long, BoxRecord> boxes = new HashMap<>();
            for (BoxRecord box : store.boxes()) {
                if (box.path().user().equals(account) && isIn(box.path().name(), only)) {
                    boxes.put(box.id(), box);
                }
            }
            if (boxes.isEmpty()) {
                throw new Backups.RefusedException(Text.of("restore.no-mailbox", mailbox));
            }
            putAll(store, boxes, folder, scratch.resolve("letter"));
        }
        return new RestoreOutcome.Mailbox(date, back, there, damages, folder);
    }

    private static boolean isIn(String name, String only) {
        return only.isEmpty() || name.equals(only) || name.startsWith(only + DELIMITER);
    }

    /** Its journal alone says what a store knew; the letters are fetched one by one. */
    private void fetchJournal(Path scratch) throws IOException {
        try (Listing.Reader list = shelf.list(date)) {
            for (Entry entry = list.next(); entry != null; entry = list.next()) {
                if (entry.path().equals(JOURNAL)) {
                    if (!Fetching.fetch(shelf.vault(), entry, entry.below(scratch))) {
                        throw new IOException("the list of letters in the backup is damaged");
                    }
                    return;
                }
            }
        }
        throw new IOException("the backup has no list of letters");
    }

    private void putAll(MailStore store, Map<Long, BoxRecord> boxes, String folder, Path file)
            throws IOException {
        long all = 0;
        for (BoxRecord box : boxes.values()) {
            for (var letters = store.letters(box); letters.hasNext(); letters.next()) {
                all++;
            }
        }
        try (Listing.Reader list = shelf.list(date)) {
            for (Entry entry = list.next(); entry != null; entry = list.next()) {
                BoxRecord box = boxes.get(entry.box());
                LetterRecord letter = box == null ? null : store.letter(box, entry.uid());
                if (box != null && letter != null) {
                    course.goOn();
                    course.at(back + there, all, Text.of("backup.step.fetch", back + there, all));
                    put(box, letter, entry, folder, file);
                }
            }
        }
    }

    private void put(BoxRecord box, LetterRecord letter, Entry entry, String folder, Path file)
            throws IOException {
        String account = box.path().user();
        String name = box.path().name();
        if (folder.isEmpty() && isThere(account, name, letter, entry)) {
            there++;
            return;
        }
        Files.deleteIfExists(file);
        if (!Fetching.fetch(shelf.vault(), entry, file)) {
            damages++;
            return;
        }
        postman.put(
                account,
                folder.isEmpty() ? name : folder + DELIMITER + name,
                letter.flags().names(),
                Instant.ofEpochMilli(letter.internalDate()),
                Letter.of(file, entry.size()));
        back++;
    }

    /** As itself, or as a letter of the same content that was put back before. */
    private boolean isThere(String account, String folder, LetterRecord letter, Entry entry)
            throws IOException {
        if (postman.hasLetter(account, letter.id())) {
            return true;
        }
        Known known = contents.get(folder);
        if (known == null) {
            Known read = new Known();
            postman.each(
                    account,
                    folder,
                    file -> {
                        try (InputStream in = Files.newInputStream(file)) {
                            read.add(Hashing.of(in).hash());
                        } catch (NoSuchFileException removedMeanwhile) {
                            // then it is not there
                        }
                    });
            contents.put(folder, read);
            known = read;
        }
        return known.has(entry.hash());
    }
}

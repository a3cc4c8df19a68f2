package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.mail.Flags;
import org.mailstation.config.Account;
import org.mailstation.control.Progress;
import org.mailstation.control.Reindexed;
import org.mailstation.daemon.backup.Mail;
import org.mailstation.daemon.backup.Postman;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.notes.NoteBook;
import org.mailstation.daemon.store.MailStore;
import org.mailstation.daemon.store.Reindex;
import org.mailstation.daemon.store.StoreCopy;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.text.Text;

/** The mailboxes as whoever copies, brings back and moves whole mailboxes sees them. */
public final class StationMail implements Mail, Postman {
    private final MailStore store;
    private final JamesMailboxes mailboxes;
    private final NoteBook notes;
    private final Supplier<List<Account>> accounts;

    StationMail(
            MailStore store,
            JamesMailboxes mailboxes,
            NoteBook notes,
            Supplier<List<Account>> accounts) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.notes = notes;
        this.accounts = accounts;
    }

    /** How much of an account's room is used; 0 if it has no limit. */
    public int percentUsed(String account) {
        return mailboxes.percentUsed(account);
    }

    @Override
    public void each(Listed listed) throws IOException {
        for (BoxRecord box : store.boxes()) {
            for (Iterator<LetterRecord> all = store.letters(box); all.hasNext(); ) {
                LetterRecord letter = all.next();
                listed.take(box.id(), letter.uid(), letter.size());
            }
        }
    }

    @Override
    public StoreCopy copy() {
        return store.copy();
    }

    @Override
    public void copyNotes(Path file) throws IOException {
        try {
            notes.copyTo(file);
        } catch (RuntimeException damaged) {
            throw new IOException("what is remembered of letters cannot be read", damaged);
        }
    }

    @Override
    public boolean isEmpty() {
        return store.boxes().stream().noneMatch(box -> store.letters(box).hasNext());
    }

    @Override
    public boolean hasAccount(String account) {
        return accounts.get().stream().anyMatch(one -> one.address().equals(account));
    }

    @Override
    public boolean hasLetter(String account, UUID letter) {
        return store.hasLetter(account, letter);
    }

    @Override
    public void each(String account, String folder, Files files) throws IOException {
        for (BoxRecord box : boxes(account)) {
            if (box.path().name().equals(folder)) {
                for (Iterator<LetterRecord> all = store.letters(box); all.hasNext(); ) {
                    files.take(store.file(box, all.next().uid()));
                }
            }
        }
    }

    /** Of one account. */
    public List<BoxRecord> boxes(String account) {
        return store.boxes().stream().filter(box -> box.path().user().equals(account)).toList();
    }

    /** The letters of a mailbox, ordered by UID. */
    public Iterator<LetterRecord> letters(BoxRecord box) {
        return store.letters(box);
    }

    @Override
    public void show(String account, Shown shown) throws IOException {
        for (BoxRecord box : boxes(account)) {
            for (Iterator<LetterRecord> all = store.letters(box); all.hasNext(); ) {
                LetterRecord letter = all.next();
                shown.take(
                        box.path().name(),
                        box.id(),
                        letter.uid(),
                        store.file(box, letter.uid()),
                        letter.flags().names(),
                        Instant.ofEpochMilli(letter.internalDate()));
            }
        }
    }

    @Override
    public void put(String account, String folder, Set<String> flags, Instant date, Letter letter)
            throws IOException {
        mailboxes.keep(account, folder, read(flags), date, letter);
    }

    private static Flags read(Set<String> names) {
        Flags flags = new Flags();
        for (String name : names) {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "\\seen" -> flags.add(Flags.Flag.SEEN);
                case "\\answered" -> flags.add(Flags.Flag.ANSWERED);
                case "\\flagged" -> flags.add(Flags.Flag.FLAGGED);
                case "\\draft" -> flags.add(Flags.Flag.DRAFT);
                case "\\deleted" -> flags.add(Flags.Flag.DELETED);
                default -> {
                    // the other system flags are the server's own
                    if (!name.startsWith("\\")) {
                        flags.add(name);
                    }
                }
            }
        }
        return flags;
    }

    /** Makes the index agree with the letters on the disk. */
    public Reindexed reindex(Consumer<Progress> progress) throws IOException {
        Reindex.Result found =
                store.reindex(
                        (percent, user, mailbox) ->
                                progress.accept(
                                        new Progress(
                                                percent, Text.of("reindex.step", user, mailbox))));
        return new Reindexed(found.letters(), found.repaired(), found.adopted(), found.missing());
    }
}

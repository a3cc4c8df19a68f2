package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.mailstation.daemon.store.search.Pace;

/** A short life of a store, what it has promised, and whether it keeps it. */
final class ShortLife {
    /** Settles every two letters, and always at the same point. */
    static final Tuning SMALL = new Tuning(2, Runnable::run, () -> 0, Pace.GENTLE);

    private static final String LARGE = "large ".repeat(50_000);

    private final Map<Long, String> inbox = new HashMap<>();
    private final Map<Long, String> archive = new HashMap<>();
    private boolean seenFirst;
    private long highestUid;

    /** Not known: a removal that was under way may have happened or not. */
    private long inDoubt;

    void live(Desk desk) throws MailboxException {
        Mailbox to = desk.create("INBOX");
        Mailbox shelf = desk.create("Archive");
        append(desk, to, List.of("one", "two", "three"));
        desk.flag(to, 1, Flag.SEEN);
        seenFirst = true;
        MailboxMessage first = desk.one(to, 1, FetchType.METADATA);
        archive.put(desk.letters().copy(shelf, first).getUid().asLong(), "one");
        inDoubt = 2;
        MailboxMessage second = desk.one(to, 2, FetchType.METADATA);
        archive.put(desk.letters().move(shelf, second).getUid().asLong(), "two");
        inbox.remove(2L);
        inDoubt = 3;
        MailboxMessage third = desk.one(to, 3, FetchType.METADATA);
        archive.put(desk.letters().move(shelf, third).getUid().asLong(), "three");
        inbox.remove(3L);
        inDoubt = 0;
        desk.compactJournal();
        append(desk, to, List.of("four", LARGE, "five"));
        inDoubt = 5;
        desk.letters().delete(to, desk.one(to, 5, FetchType.METADATA));
        inbox.remove(5L);
        inDoubt = 0;
        append(desk, to, List.of("six", "seven", LARGE, "eight"));
    }

    private void append(Desk desk, Mailbox mailbox, List<String> subjects) throws MailboxException {
        for (String subject : subjects) {
            long uid = desk.append(mailbox, subject);
            inbox.put(uid, subject);
            highestUid = uid;
        }
    }

    void check(Desk desk, Path root) throws MailboxException, IOException {
        Mailbox found = desk.mailbox("INBOX");
        Mailbox shelf = desk.mailbox("Archive");
        checkLetters(desk, found, inbox, inDoubt);
        checkLetters(desk, shelf, archive, 0);
        if (seenFirst) {
            assertThat(desk.one(found, 1, FetchType.METADATA).isSeen()).isTrue();
        }
        Agreement.check(desk, root, found);
        Agreement.check(desk, root, shelf);
        assertThat(desk.append(found, "after")).isGreaterThan(highestUid);
    }

    private static void checkLetters(
            Desk desk, Mailbox mailbox, Map<Long, String> promised, long inDoubt)
            throws MailboxException, IOException {
        Map<Long, String> found = new HashMap<>();
        for (MailboxMessage letter : desk.all(mailbox, FetchType.FULL)) {
            found.put(letter.getUid().asLong(), Desk.content(letter));
        }
        promised.forEach(
                (uid, subject) -> {
                    if (uid != inDoubt || found.containsKey(uid)) {
                        assertThat(found).containsEntry(uid, Desk.text(subject));
                    }
                });
    }
}

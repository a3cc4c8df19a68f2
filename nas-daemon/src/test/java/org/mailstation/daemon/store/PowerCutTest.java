package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.LossyDisk;
import org.mailstation.daemon.store.search.Pace;

/**
 * Cuts the power before each single file operation of a short life of a store, and looks at what is
 * there afterwards.
 */
class PowerCutTest {
    /** So that settling happens, and always at the same point. */
    private static final Tuning SMALL = new Tuning(2, Runnable::run, () -> 0, Pace.GENTLE);

    @TempDir Path folder;

    /** What the store has acknowledged. */
    private static final class Promises {
        final Map<Long, String> inbox = new HashMap<>();
        final Map<Long, String> archive = new HashMap<>();
        boolean seenFirst;
        long highestUid;

        /** Not known: a removal that was under way may have happened or not. */
        long inDoubt;
    }

    private static void live(Desk desk, Promises promises) throws MailboxException {
        Mailbox inbox = desk.create("INBOX");
        Mailbox archive = desk.create("Archive");
        for (String subject : List.of("one", "two", "three")) {
            long uid = desk.append(inbox, subject);
            promises.inbox.put(uid, subject);
            promises.highestUid = uid;
        }
        desk.flag(inbox, 1, Flag.SEEN);
        promises.seenFirst = true;
        long copy =
                desk.letters()
                        .copy(archive, desk.one(inbox, 1, FetchType.METADATA))
                        .getUid()
                        .asLong();
        promises.archive.put(copy, "one");
        promises.inDoubt = 2;
        long moved =
                desk.letters()
                        .move(archive, desk.one(inbox, 2, FetchType.METADATA))
                        .getUid()
                        .asLong();
        promises.inbox.remove(2L);
        promises.archive.put(moved, "two");
        promises.inDoubt = 3;
        desk.letters().delete(inbox, desk.one(inbox, 3, FetchType.METADATA));
        promises.inbox.remove(3L);
        promises.inDoubt = 0;
        long uid = desk.append(inbox, "four");
        promises.inbox.put(uid, "four");
        promises.highestUid = uid;
    }

    /**
     * @return whether the power lasted to the end
     */
    private boolean liveUntil(int operation, Promises promises, Path before, Path after)
            throws IOException {
        LossyDisk disk = new LossyDisk(before, operation);
        boolean survived = false;
        try (MailStore store = MailStore.open(before, Clock.systemUTC(), disk, SMALL)) {
            live(new Desk(store), promises);
            survived = true;
        } catch (IOException | MailboxException | RuntimeException e) {
            assertThat(disk.isDead()).as("failed although the power was on: %s", e).isTrue();
        }
        disk.restore(after);
        return survived;
    }

    private static void checkPromises(Desk desk, Promises promises, Path after)
            throws MailboxException, IOException {
        Mailbox inbox = desk.mailbox("INBOX");
        Mailbox archive = desk.mailbox("Archive");
        checkLetters(desk, inbox, promises.inbox, promises.inDoubt);
        checkLetters(desk, archive, promises.archive, 0);
        if (promises.seenFirst) {
            assertThat(desk.one(inbox, 1, FetchType.METADATA).isSeen()).isTrue();
        }
        Agreement.check(desk, after, inbox);
        Agreement.check(desk, after, archive);
        assertThat(desk.append(inbox, "after")).isGreaterThan(promises.highestUid);
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

    @Test
    void whatever_was_acknowledged_is_there_after_a_power_cut_at_any_moment() throws Exception {
        boolean survived = false;
        int operation = 0;
        while (!survived) {
            operation++;
            Path before = folder.resolve("before-" + operation);
            Path after = folder.resolve("after-" + operation);
            Promises promises = new Promises();
            survived = liveUntil(operation, promises, before, after);
            try (MailStore store = MailStore.open(after, Clock.systemUTC())) {
                checkPromises(new Desk(store), promises, after);
            } catch (AssertionError e) {
                throw new AssertionError("after a power cut at operation " + operation, e);
            }
        }
        assertThat(operation).isGreaterThan(40);
    }
}

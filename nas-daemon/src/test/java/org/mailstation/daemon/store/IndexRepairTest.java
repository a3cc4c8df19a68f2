package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that fails while the store is in use. */
class IndexRepairTest {
    private static final int LETTERS = 300;
    private static final int HEADERS = 8192;
    private static final int TRIES = 5;

    @TempDir Path folder;

    private MailStore open() throws IOException {
        return MailStore.open(folder, Clock.systemUTC());
    }

    private Path inside(String name) {
        return folder.resolve(Opening.INTERNALS).resolve(name);
    }

    @Test
    void an_index_that_closed_itself_is_opened_again_by_the_next_change_and_nothing_is_missing()
            throws Exception {
        try (MailStore store = open()) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.create("INBOX");
            desk.append(inbox, "one");
            desk.append(inbox, "two");
            desk.flag(inbox, 1, Flag.FLAGGED);
            store.loseIndex();

            desk.append(inbox, "three");

            assertThat(desk.subjects(inbox)).containsExactly("one", "two", "three");
            assertThat(desk.one(inbox, 1, FetchType.METADATA).isFlagged()).isTrue();
            Agreement.check(desk, folder, inbox);
            assertThat(inside("index.damaged")).doesNotExist();
        }
        try (MailStore store = open()) {
            Desk desk = new Desk(store);
            assertThat(desk.subjects(desk.mailbox("INBOX"))).containsExactly("one", "two", "three");
        }
    }

    @Test
    void a_file_that_is_destroyed_while_it_is_in_use_is_made_anew_from_journal_and_letters()
            throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (MailStore store = open()) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.create("INBOX");
            for (int number = 0; number < LETTERS; number++) {
                desk.append(inbox, "letter " + number);
                acknowledged.add("letter " + number);
            }
            desk.flag(inbox, 7, Flag.FLAGGED);
        }
        try (MailStore store = open()) {
            destroy(inside("index.mv"));
            Desk desk = new Desk(store);

            assertThat(appendSoon(desk, "after")).isLessThan(TRIES);

            acknowledged.add("after");
            Mailbox inbox = desk.mailbox("INBOX");
            assertThat(desk.subjects(inbox)).isEqualTo(acknowledged);
            assertThat(desk.one(inbox, 7, FetchType.METADATA).isFlagged()).isTrue();
            Agreement.check(desk, folder, inbox);
            assertThat(inside("index.damaged")).exists();
        }
    }

    /** All but what is at the beginning; nothing of it has been read yet. */
    private static void destroy(Path file) throws IOException {
        try (RandomAccessFile index = new RandomAccessFile(file.toFile(), "rw")) {
            index.seek(HEADERS);
            index.write(new byte[(int) index.length() - HEADERS]);
        }
    }

    /**
     * A client that is refused asks again.
     *
     * @return how often it was refused
     */
    private static int appendSoon(Desk desk, String subject) {
        for (int refused = 0; refused < TRIES; refused++) {
            try {
                desk.append(desk.mailbox("INBOX"), subject);
                return refused;
            } catch (MailboxException | RuntimeException e) {
                assertThat(e).hasStackTraceContaining("MVStoreException");
            }
        }
        return TRIES;
    }
}

package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Frame;

/** What becomes of letters that were put back, changed or taken away behind the store's back. */
class ReindexTest {
    @TempDir Path folder;

    private MailStore store;
    private Desk desk;
    private Mailbox inbox;
    private Path letters;

    @BeforeEach
    void open() throws Exception {
        store = MailStore.open(folder, Clock.systemUTC());
        desk = new Desk(store);
        inbox = desk.mailbox("INBOX");
        letters = folder.resolve("anna@example.org/INBOX~1/0");
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Reindex.Result reindex() throws IOException {
        return store.reindex((_, _, _) -> {});
    }

    private List<String> subjects() throws Exception {
        List<String> found = new ArrayList<>();
        for (MailboxMessage letter : desk.all(inbox, FetchType.FULL)) {
            String header = Desk.header(letter);
            assertThat(Desk.content(letter)).startsWith(header);
            found.add(header.lines().findFirst().orElseThrow().substring("Subject: ".length()));
        }
        return found;
    }

    @Test
    void words_are_looked_at_anew() throws Exception {
        desk.append(inbox, "one");
        assertThat(desk.search(inbox, "Anna")).isEqualTo(1);
        String other = Desk.text("one").replace("Anna", "Emma");
        Files.writeString(letters.resolve("1.eml"), other);

        reindex();

        assertThat(desk.search(inbox, "Emma")).isEqualTo(1);
        assertThat(desk.search(inbox, "Anna")).isZero();
    }

    @Test
    void where_all_agrees_nothing_changes() throws Exception {
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        List<String> seen = new ArrayList<>();

        Reindex.Result result =
                store.reindex((percent, user, box) -> seen.add(percent + " " + user + " " + box));

        assertThat(result).isEqualTo(new Reindex.Result(2, 0, 0, 0));
        assertThat(seen).containsExactly("0 anna@example.org INBOX");
        assertThat(subjects()).containsExactly("one", "two");
    }

    @Test
    void a_letter_put_into_the_folder_by_hand_is_taken_up_once_whatever_it_is_called()
            throws Exception {
        desk.append(inbox, "one");
        Files.writeString(letters.resolve("from a backup.eml"), Desk.text("two"));
        Files.writeString(letters.resolveSibling("99.eml"), Desk.text("three"));

        assertThat(reindex()).isEqualTo(new Reindex.Result(1, 0, 2, 0));
        assertThat(reindex()).isEqualTo(new Reindex.Result(3, 0, 0, 0));

        assertThat(subjects()).containsExactlyInAnyOrder("one", "two", "three");
        Agreement.check(desk, folder, inbox);
        close();
        open();
        assertThat(subjects()).hasSize(3);
        assertThat(desk.one(inbox, 2, FetchType.METADATA).getMediaType()).isEqualTo("text");
        assertThat(desk.append(inbox, "four")).isEqualTo(4);
    }

    @Test
    void a_letter_that_was_removed_and_put_back_comes_back_as_a_new_one() throws Exception {
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        byte[] saved = Files.readAllBytes(letters.resolve("1.eml"));
        desk.letters().delete(inbox, desk.one(inbox, 1, FetchType.METADATA));
        Files.write(letters.resolve("1.eml"), saved);

        assertThat(reindex().adopted()).isEqualTo(1);

        assertThat(subjects()).containsExactly("two", "one");
        assertThat(letters.resolve("1.eml")).doesNotExist();
    }

    @Test
    void what_the_index_says_about_a_letter_that_was_changed_is_put_right_and_flags_stay()
            throws Exception {
        desk.append(inbox, "one");
        desk.flag(inbox, 1, Flag.FLAGGED);
        Files.writeString(letters.resolve("1.eml"), Desk.text("changed"));

        assertThat(reindex()).isEqualTo(new Reindex.Result(1, 1, 0, 0));

        assertThat(subjects()).containsExactly("changed");
        assertThat(desk.one(inbox, 1, FetchType.METADATA).isFlagged()).isTrue();
        Agreement.check(desk, folder, inbox);
    }

    @Test
    void a_letter_whose_file_is_gone_is_told_and_is_well_when_the_file_is_back() throws Exception {
        desk.append(inbox, "one");
        Path away = folder.resolve("away");
        Files.move(letters.resolve("1.eml"), away);
        assertThat(reindex()).isEqualTo(new Reindex.Result(1, 0, 0, 1));

        Files.move(away, letters.resolve("1.eml"));
        assertThat(reindex()).isEqualTo(new Reindex.Result(1, 0, 0, 0));
        assertThat(subjects()).containsExactly("one");
    }

    @Test
    void letters_come_back_from_their_files_alone_once_and_in_their_folders() throws Exception {
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        desk.letters().delete(inbox, desk.one(inbox, 1, FetchType.METADATA));
        Mailbox drafts = desk.create("Entw\u00fcrfe");
        desk.append(drafts, "three");
        long validity = inbox.getUidValidity().asLong();
        for (int round = 0; round < 2; round++) {
            close();
            Files.delete(folder.resolve(".station/journal"));
            Files.delete(folder.resolve(".station/index.mv"));
            open();

            assertThat(subjects()).containsExactly("two");
            assertThat(desk.one(inbox, 2, FetchType.METADATA).getUid().asLong()).isEqualTo(2);
            assertThat(desk.all(desk.mailbox("Entw\u00fcrfe"), FetchType.FULL)).hasSize(1);
            assertThat(inbox.getUidValidity().asLong()).isNotEqualTo(validity);
            Agreement.check(desk, folder, inbox);
        }
        assertThat(reindex()).isEqualTo(new Reindex.Result(2, 0, 0, 0));
        assertThat(desk.append(inbox, "next")).isEqualTo(3);
        assertThat(BoxId.of(desk.create("New").getMailboxId())).isEqualTo(3);
        close();
        Files.delete(folder.resolve(".station/index.mv"));
        open();
        assertThat(subjects()).containsExactly("two", "next");
    }

    @Test
    void a_large_mailbox_is_deleted_in_slices_so_that_nobody_waits_for_all_of_it()
            throws Exception {
        desk.append(inbox, "one");
        Mailbox large = desk.create("Large");
        MailboxMessage one = desk.one(inbox, 1, FetchType.METADATA);
        List<MailboxMessage> many = new ArrayList<>();
        for (int number = 0; number < 2 * BoxMapper.SLICE + 10; number++) {
            many.add(one);
        }
        desk.letters().copy(large, many);

        desk.delete(large);

        assertThat(subjects()).containsExactly("one");
        close(); // what is removed leaves the disk soon after the answer, and at the latest now
        assertThat(folder.resolve("anna@example.org/Large~2")).doesNotExist();
        List<Long> removed = new ArrayList<>();
        Path copy = Files.copy(folder.resolve(".station/journal"), folder.resolve("copy"));
        Journal.open(new RealDisk(), copy, frame -> removed.add(removals(frame))).close();
        removed.removeIf(count -> count == 0);
        assertThat(removed).containsExactly((long) BoxMapper.SLICE, (long) BoxMapper.SLICE, 10L);
        open();
    }

    private static long removals(Frame frame) {
        return frame.changes().stream().filter(Change.RemoveLetter.class::isInstance).count();
    }
}

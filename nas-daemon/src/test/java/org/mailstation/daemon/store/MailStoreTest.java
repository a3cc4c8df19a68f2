package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store promises beyond James's contracts. */
class MailStoreTest {
    @TempDir Path folder;

    private MailStore store;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        store = MailStore.open(folder, Clock.systemUTC());
        desk = new Desk(store);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private void reopen() throws IOException {
        close();
        open();
    }

    private static List<Long> uids(List<MailboxMessage> letters) {
        return letters.stream().map(letter -> letter.getUid().asLong()).toList();
    }

    @Test
    void a_letter_is_a_plain_file_below_account_and_mailbox() throws Exception {
        desk.append(desk.create("INBOX"), "hello");

        assertThat(folder.resolve("anna@example.org/INBOX~1/0/1.eml"))
                .hasContent(Desk.text("hello").strip());
    }

    @Test
    void a_mailbox_name_is_never_a_path() throws Exception {
        Mailbox odd = desk.create("../../etc/cron.d/..\\evil");
        desk.append(odd, "hello");

        assertThat(
                        folder.resolve(
                                "anna@example.org/%2E.%2F..%2Fetc%2Fcron.d%2F..%5Cevil~1/0/1.eml"))
                .exists();
        assertThat(desk.all(odd, FetchType.FULL)).hasSize(1);
    }

    @Test
    void everything_is_there_after_a_restart() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        desk.flag(inbox, 1, Flag.FLAGGED);
        desk.rename(desk.create("Old"), "New");

        reopen();

        inbox = desk.mailbox("INBOX");
        assertThat(inbox.getUidValidity().asLong()).isEqualTo(4242);
        assertThat(desk.one(inbox, 1, FetchType.METADATA).isFlagged()).isTrue();
        assertThat(Desk.header(desk.one(inbox, 2, FetchType.HEADERS)))
                .startsWith("Subject: two")
                .endsWith("\r\n\r\n");
        assertThat(BoxId.of(desk.mailbox("New").getMailboxId())).isEqualTo(2);
        Agreement.check(desk, folder, inbox);
    }

    @Test
    void a_rest_forgets_nothing_whether_it_was_saved_or_not() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "saved");
        reopen();
        desk.append(inbox, "not saved yet");
        desk.flag(inbox, 1, Flag.FLAGGED);

        store.rest();
        desk.append(inbox, "after the rest");

        assertThat(uids(desk.all(inbox, FetchType.METADATA))).containsExactly(1L, 2L, 3L);
        assertThat(desk.one(inbox, 1, FetchType.METADATA).isFlagged()).isTrue();
        Agreement.check(desk, folder, inbox);
    }

    @Test
    void an_index_that_was_lost_is_rebuilt_with_uids_flags_and_names() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        desk.append(inbox, "three");
        desk.flag(inbox, 3, Flag.ANSWERED);
        desk.letters().delete(inbox, desk.one(inbox, 2, FetchType.METADATA));
        close();
        Files.delete(folder.resolve(".station/index.mv"));

        open();

        inbox = desk.mailbox("INBOX");
        assertThat(uids(desk.all(inbox, FetchType.METADATA))).containsExactly(1L, 3L);
        assertThat(desk.one(inbox, 3, FetchType.METADATA).isAnswered()).isTrue();
        assertThat(Desk.header(desk.one(inbox, 1, FetchType.HEADERS))).startsWith("Subject: one");
        Agreement.check(desk, folder, inbox);
        assertThat(desk.append(inbox, "four")).isEqualTo(4);
    }

    @Test
    void a_damaged_index_is_set_aside_and_rebuilt() throws Exception {
        desk.append(desk.create("INBOX"), "one");
        close();
        Files.write(folder.resolve(".station/index.mv"), new byte[20_000]);

        open();

        assertThat(desk.all(desk.mailbox("INBOX"), FetchType.FULL)).hasSize(1);
        assertThat(folder.resolve(".station/index.damaged")).exists();
    }

    @Test
    void a_lost_journal_is_written_anew_from_the_index_and_is_then_enough() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        desk.flag(inbox, 2, Flag.SEEN);
        desk.delete(desk.create("Gone"));
        close();
        Files.delete(folder.resolve(".station/journal"));
        reopen();
        desk.append(desk.mailbox("INBOX"), "three");
        close();
        Files.delete(folder.resolve(".station/index.mv"));

        open();

        inbox = desk.mailbox("INBOX");
        assertThat(uids(desk.all(inbox, FetchType.FULL))).containsExactly(1L, 2L, 3L);
        assertThat(desk.one(inbox, 2, FetchType.METADATA).isSeen()).isTrue();
        assertThat(BoxId.of(desk.create("Next").getMailboxId())).isEqualTo(3);
    }

    @Test
    void a_number_is_not_used_again_after_the_last_letter_was_removed_and_a_restart()
            throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        long last = desk.append(inbox, "two");
        desk.letters().delete(inbox, desk.one(inbox, last, FetchType.METADATA));
        assertThat(folder.resolve("anna@example.org/INBOX~1/0/2.eml")).doesNotExist();

        reopen();

        assertThat(desk.append(desk.mailbox("INBOX"), "three")).isEqualTo(3);
    }

    @Test
    void deleting_a_mailbox_removes_its_files_and_a_new_one_of_that_name_starts_empty()
            throws Exception {
        Mailbox old = desk.create("Trash");
        desk.append(old, "one");
        desk.delete(old);

        assertThat(folder.resolve("anna@example.org/Trash~1")).doesNotExist();
        Mailbox fresh = desk.create("Trash");
        assertThat(desk.all(fresh, FetchType.METADATA)).isEmpty();
        assertThatThrownBy(() -> desk.append(old, "late"))
                .isInstanceOf(MailboxNotFoundException.class);
    }

    @Test
    void a_copy_shares_the_file_and_outlives_the_original() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        Mailbox archive = desk.create("Archive");
        desk.append(inbox, "one");
        desk.letters().copy(archive, desk.one(inbox, 1, FetchType.METADATA));
        Path original = folder.resolve("anna@example.org/INBOX~1/0/1.eml");
        Path copy = folder.resolve("anna@example.org/Archive~2/0/1.eml");
        assertThat(
                        Files.isSameFile(original, copy)
                                || Files.getAttribute(original, "unix:nlink").equals(2))
                .isTrue();

        desk.letters().delete(inbox, desk.one(inbox, 1, FetchType.METADATA));

        assertThat(Desk.content(desk.one(archive, 1, FetchType.FULL))).isEqualTo(Desk.text("one"));
    }

    @Test
    void letters_appended_in_parallel_become_visible_in_the_order_of_their_numbers()
            throws Exception {
        Mailbox inbox = desk.create("INBOX");
        int threads = 8;
        int each = 25;
        List<Long> seen = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String prefix = "letter " + thread + "-";
                parts.add(
                        workers.submit(
                                () -> {
                                    for (int number = 0; number < each; number++) {
                                        desk.append(inbox, prefix + number);
                                    }
                                    return null;
                                }));
            }
            while (seen.size() < threads * each && !allFailed(parts)) {
                List<Long> now = uids(desk.all(inbox, FetchType.METADATA));
                assertThat(now.subList(0, seen.size())).isEqualTo(seen);
                seen = now;
            }
            for (Future<?> part : parts) {
                part.get();
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, threads * each).boxed().toList());
        Agreement.check(desk, folder, inbox);
    }

    private static boolean allFailed(List<Future<?>> parts) {
        return parts.stream().allMatch(part -> part.state() == Future.State.FAILED);
    }

    @Test
    void only_one_store_can_be_open_on_a_folder() {
        assertThatThrownBy(() -> MailStore.open(folder, Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in use");
    }

    @Test
    void a_closed_store_refuses_and_closing_twice_does_no_harm() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        store.close();
        store.close();

        assertThatThrownBy(() -> desk.flag(inbox, 1, Flag.SEEN))
                .isInstanceOf(MailboxException.class);
    }

    @Test
    void an_interrupted_reader_does_not_close_the_index_for_everybody() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        for (int number = 0; number < 300; number++) {
            desk.append(inbox, "letter " + number);
        }
        reopen(); // nothing cached
        Mailbox again = desk.mailbox("INBOX");
        Thread reader =
                new Thread(
                        () -> {
                            Thread.currentThread().interrupt();
                            readIgnoringFailure(again);
                        });
        reader.start();
        reader.join();

        assertThat(desk.all(again, FetchType.HEADERS)).hasSize(300);
        assertThat(desk.append(again, "one more")).isEqualTo(301);
    }

    private void readIgnoringFailure(Mailbox mailbox) {
        try {
            desk.all(mailbox, FetchType.HEADERS);
        } catch (MailboxException | RuntimeException e) {
            // the interrupted one may fail; what counts is the others
        }
    }

    @Test
    void a_letter_that_was_never_acknowledged_is_kept_aside_and_leftovers_are_removed()
            throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        close();
        Path bucket = folder.resolve("anna@example.org/INBOX~1/0");
        Files.writeString(bucket.resolve("7.eml"), "Subject: seven\r\n\r\n");
        Files.writeString(bucket.resolveSibling(".incoming-x-1"), "Subject: ha");
        Files.delete(
                folder.resolve(".station/index.mv")); // as after a run that did not end in order

        open();

        assertThat(folder.resolve(".station/unacknowledged/1-7.eml")).exists();
        assertThat(bucket.resolveSibling(".incoming-x-1")).doesNotExist();
        assertThat(desk.all(desk.mailbox("INBOX"), FetchType.METADATA)).hasSize(1);
    }
}

package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.daemon.store.disk.FillingDisk;

/** A disk that is full, or read-only, for a while. */
class FullDiskTest {
    private final FillingDisk disk = new FillingDisk();
    @TempDir Path folder;

    private MailStore open() throws IOException {
        return MailStore.open(folder, Clock.systemUTC(), disk, ShortLife.SMALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void what_is_refused_while_the_disk_is_full_has_not_happened_and_later_it_works_again(
            int operations) throws Exception {
        refusesAndRecovers(() -> disk.fillAfter(operations));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void what_is_refused_while_the_disk_is_read_only_has_not_happened_and_later_it_works_again(
            int operations) throws Exception {
        refusesAndRecovers(() -> disk.readOnlyAfter(operations));
    }

    private void refusesAndRecovers(Runnable fault) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (MailStore store = open()) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.create("INBOX");
            desk.append(inbox, "before");
            acknowledged.add("before");
            fault.run();
            for (int number = 0; number < 4; number++) {
                try {
                    desk.append(inbox, "while " + number);
                    acknowledged.add("while " + number);
                } catch (MailboxException full) {
                    assertThat(full).hasStackTraceContaining("No space left");
                }
            }
            assertThatThrownBy(() -> desk.append(inbox, "refused"))
                    .isInstanceOf(MailboxException.class);
            assertThat(desk.subjects(inbox)).isEqualTo(acknowledged);

            disk.empty();
            desk.append(inbox, "after");
            acknowledged.add("after");
            assertThat(desk.subjects(inbox)).isEqualTo(acknowledged);
            Agreement.check(desk, folder, inbox);
        }
        try (MailStore store = open()) {
            Desk desk = new Desk(store);
            assertThat(desk.subjects(desk.mailbox("INBOX"))).isEqualTo(acknowledged);
            Agreement.check(desk, folder, desk.mailbox("INBOX"));
        }
    }

    @Test
    void letters_can_be_read_while_nothing_can_be_written() throws Exception {
        try (MailStore store = open()) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.create("INBOX");
            desk.append(inbox, "one");
            disk.fillAfter(0);

            assertThat(Desk.content(desk.one(inbox, 1, FetchType.FULL)))
                    .isEqualTo(Desk.text("one"));
            assertThatThrownBy(() -> desk.flag(inbox, 1, Flag.SEEN))
                    .isInstanceOf(MailboxException.class);
            assertThat(desk.one(inbox, 1, FetchType.METADATA).isSeen()).isFalse();

            disk.empty();
            desk.flag(inbox, 1, Flag.SEEN);
            assertThat(desk.one(inbox, 1, FetchType.METADATA).isSeen()).isTrue();
        }
    }

    @Test
    void letters_that_could_not_be_settled_are_written_once_more_before_their_room_is_used_again()
            throws Exception {
        try (MailStore store = open()) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.create("INBOX");
            desk.append(inbox, "one");
            desk.append(inbox, "two");
            disk.fillAfter(2); // the third letter's file and name; then settling the first two
            assertThatThrownBy(
                            () -> {
                                desk.append(inbox, "three");
                                desk.append(inbox, "four");
                            })
                    .isInstanceOf(MailboxException.class);

            disk.empty();
            for (int number = 0; number < 6; number++) {
                desk.append(inbox, "later " + number);
            }

            assertThat(desk.subjects(inbox)).startsWith("one", "two").endsWith("later 5");
            Agreement.check(desk, folder, inbox);
        }
    }
}

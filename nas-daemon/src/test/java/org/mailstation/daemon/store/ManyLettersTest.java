package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.MessageManager.MailboxMetaData.Item;
import org.apache.james.mailbox.MessageManager.MailboxMetaData.RecentMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.quota.RoomLimits;

/** What one command does to more letters than go into one commit. */
class ManyLettersTest {
    private static final Username ANNA = Desk.ANNA;
    private static final MailboxPath INBOX = MailboxPath.inbox(ANNA);
    private static final MailboxPath SHELF = MailboxPath.forUser(ANNA, "Shelf");
    private static final int LETTERS = 4096;

    @TempDir Path folder;
    private StoreSystem system;
    private MailboxSession session;

    @BeforeEach
    void open() throws Exception {
        system = StoreSystem.open(folder);
        session = system.manager.createSystemSession(ANNA);
        system.createMailbox(INBOX, session);
        system.createMailbox(SHELF, session);
        mailbox(INBOX)
                .appendMessage(
                        AppendCommand.builder()
                                .withFlags(new Flags(Flags.Flag.DELETED))
                                .build(Desk.text("one")),
                        session);
        while (count(INBOX) < LETTERS) {
            copy(MessageRange.all(), INBOX);
        }
    }

    @AfterEach
    void close() throws Exception {
        system.close();
    }

    private MessageManager mailbox(MailboxPath path) throws MailboxException {
        return system.manager.getMailbox(path, session);
    }

    private long count(MailboxPath path) throws MailboxException {
        return mailbox(path).getMessageCount(session);
    }

    private List<MessageRange> copy(MessageRange letters, MailboxPath target)
            throws MailboxException {
        return system.manager.copyMessages(letters, INBOX, target, session);
    }

    @Test
    void are_copied_in_their_order_also_when_numbers_far_beyond_are_named() throws Exception {
        MessageRange all =
                MessageRange.range(MessageUid.MIN_VALUE, MessageUid.of(Integer.MAX_VALUE));

        assertThat(copy(all, SHELF))
                .containsExactly(MessageRange.range(MessageUid.of(1), MessageUid.of(LETTERS)));
        assertThat(count(SHELF)).isEqualTo(LETTERS);
    }

    /** RFC 3501, 6.4.7: the mailbox is left as it was before. */
    @Test
    void are_not_copied_at_all_when_there_is_no_room_for_all() throws Exception {
        system.store()
                .limits()
                .setMaxMessage(
                        RoomLimits.root(ANNA.asString()), QuotaCountLimit.count(LETTERS + 3000));

        assertThatThrownBy(() -> copy(MessageRange.all(), SHELF))
                .isInstanceOf(OverQuotaException.class);
        assertThat(count(SHELF)).isZero();
    }

    @Test
    void are_moved_and_removed() throws Exception {
        system.manager.moveMessages(MessageRange.all(), INBOX, SHELF, session);
        assertThat(count(INBOX)).isZero();
        assertThat(count(SHELF)).isEqualTo(LETTERS);

        assertThat(
                        mailbox(SHELF)
                                .expungeReactive(MessageRange.all(), session)
                                .collectList()
                                .block())
                .hasSize(LETTERS)
                .isSorted();
        assertThat(count(SHELF)).isZero();
    }

    private List<MessageUid> recent(MailboxPath path, RecentMode mode) throws MailboxException {
        return mailbox(path).getMetaData(mode, session, EnumSet.noneOf(Item.class)).getRecent();
    }

    @Test
    void are_recent_for_the_first_who_opens_the_mailbox() throws Exception {
        assertThat(recent(INBOX, RecentMode.RETRIEVE)).hasSize(LETTERS).isSorted();
        assertThat(recent(INBOX, RecentMode.RESET)).hasSize(LETTERS).isSorted();
        assertThat(recent(INBOX, RecentMode.RESET)).isEmpty();
    }

    /** James holds what it is told for as long as the mailbox is open. */
    @Test
    void only_the_newest_are_told_as_recent_when_a_whole_archive_came_in() throws Exception {
        while (count(SHELF) <= RecentLetters.TOLD) {
            copy(MessageRange.all(), SHELF);
        }
        long last = count(SHELF);

        for (RecentMode mode : List.of(RecentMode.RETRIEVE, RecentMode.RESET)) {
            assertThat(recent(SHELF, mode))
                    .hasSize(RecentLetters.TOLD)
                    .startsWith(MessageUid.of(last - RecentLetters.TOLD + 1))
                    .endsWith(MessageUid.of(last));
        }
        assertThat(recent(SHELF, RecentMode.RETRIEVE)).isEmpty();
    }
}

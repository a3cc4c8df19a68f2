package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Sort;
import org.apache.james.mailbox.model.SearchQuery.Sort.SortClause;
import org.apache.james.mailbox.store.search.AbstractMessageSearchIndexTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * James's own demands on searches. Those for which James asks whether we support them are skipped:
 * looking into attached PDF files and other documents (4), which would need parsers larger than the
 * daemon, and texts whose words are found apart from each other (1), which IMAP does not have (RFC
 * 9051, 6.4.4).
 */
class SearchContractTest extends AbstractMessageSearchIndexTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreSystem system;

    @Override
    protected void initializeMailboxManager() throws IOException {
        system = StoreSystem.open(folder);
        storeMailboxManager = system.manager;
        messageIdManager = system.getMessageIdManager();
        messageSearchIndex = system.store.search();
        eventBus = system.events;
        messageIdFactory = system.store.messageIds();
    }

    /** There is nothing to wait for: a search sees every letter that was acknowledged. */
    @Override
    protected void awaitMessageCount(List<MailboxId> ids, SearchQuery query, long messageCount) {
        List<Mailbox> mailboxes =
                system.store
                        .mappers()
                        .createMailboxMapper(StoreMapperProvider.SESSION)
                        .list()
                        .collectList()
                        .block();
        long found = 0;
        for (Mailbox mailbox : mailboxes) {
            if (ids.isEmpty() || ids.contains(mailbox.getMailboxId())) {
                found += count(mailbox, query);
            }
        }
        assertThat(found).isEqualTo(messageCount);
    }

    private List<Long> inbox(SearchQuery query) throws MailboxException {
        MailboxSession session = storeMailboxManager.createSystemSession(USERNAME);
        Mailbox inbox =
                storeMailboxManager
                        .getMailbox(MailboxPath.inbox(session), session)
                        .getMailboxEntity();
        return messageSearchIndex
                .search(session, inbox, query)
                .map(MessageUid::asLong)
                .collectList()
                .block();
    }

    /** James's wish is for both words anywhere in the letter. */
    @Test
    @Override
    protected void bodyContainsShouldReturnUidOfMessageContainingTheApproximativeText()
            throws MailboxException {
        assertThat(inbox(SearchQuery.of(SearchQuery.bodyContains("created summary")))).isEmpty();
        assertThat(inbox(SearchQuery.of(SearchQuery.bodyContains("Created")))).isNotEmpty();
    }

    /** James's wish is for all the words anywhere in the letter. */
    @Test
    @Override
    protected void mailsContainsShouldIncludeMailHavingAttachmentsMatchingTheRequest()
            throws MailboxException {
        assertThat(inbox(SearchQuery.of(SearchQuery.mailContains("root mailing list"))))
                .containsExactly(1L);
    }

    private static SearchQuery sorted(SortClause clause) {
        return SearchQuery.builder()
                .andCriteria(
                        SearchQuery.uid(
                                new SearchQuery.UidRange(MessageUid.of(2), MessageUid.of(5))))
                .sorts(new Sort(clause))
                .build();
    }

    /** A letter without Cc comes first (RFC 5256, 3), James wishes it last. */
    @Test
    @Override
    protected void sortOnCcShouldWork() throws MailboxException {
        assertThat(inbox(sorted(SortClause.MailboxCc))).containsExactly(2L, 3L, 5L, 4L);
    }

    /** By what is before the {@code @} (RFC 5256, 3), where James wishes names to count. */
    @Test
    @Override
    protected void sortOnFromShouldWork() throws MailboxException {
        assertThat(inbox(sorted(SortClause.MailboxFrom))).containsExactly(4L, 3L, 2L, 5L);
    }

    private long count(Mailbox mailbox, SearchQuery query) {
        try {
            return messageSearchIndex
                    .search(StoreMapperProvider.SESSION, mailbox, query)
                    .count()
                    .block();
        } catch (MailboxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected MessageId initNewBasedMessageId() {
        return messageIdFactory.generate();
    }

    @Override
    protected MessageId initOtherBasedMessageId() {
        return messageIdFactory.generate();
    }

    @AfterEach
    void closeStore() throws IOException {
        system.close();
    }
}

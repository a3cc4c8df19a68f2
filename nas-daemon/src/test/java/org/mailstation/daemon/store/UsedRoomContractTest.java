package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSessionUtil;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.CurrentQuotas;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.QuotaOperation;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.quota.CurrentQuotaManager;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;
import org.apache.james.mailbox.store.quota.CurrentQuotaManagerContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * James's tests for what letters take. Our count follows the letters, so where a test increases or
 * decreases it, letters of that size are stored or removed.
 */
class UsedRoomContractTest implements CurrentQuotaManagerContract {
    private static final MailboxSession BENWA = MailboxSessionUtil.create(Username.of("benwa"));

    @TempDir Path folder;
    private MailStore store;
    private Mailbox mailbox;
    private final List<MessageUid> stored = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        store = MailStore.open(folder.resolve("mail"), Clock.systemUTC());
        mailbox =
                store.mappers()
                        .createMailboxMapper(BENWA)
                        .create(MailboxPath.inbox(BENWA), UidValidity.of(7))
                        .block();
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Override
    public CurrentQuotaManager testee() {
        return new ByLetters();
    }

    @Override
    @Test
    @Disabled("letters cannot be fewer than none")
    public void decreaseShouldNotFailWhenItLeadsToNegativeValues() {}

    @Override
    @Test
    @Disabled("letters cannot be fewer than none")
    public void setCurrentQuotasShouldTolerateNegativeValues() {}

    @Test
    void the_count_is_right_after_the_index_was_rebuilt() throws Exception {
        add(3, 60);
        remove(1);
        store.close();
        Files.delete(folder.resolve("mail/.station/index.mv"));
        store = MailStore.open(folder.resolve("mail"), Clock.systemUTC());

        CurrentQuotas used = Mono.from(store.usedRoom().getCurrentQuotas(QUOTA_ROOT)).block();

        assertThat(used).hasToString(Mono.from(testee().getCurrentQuotas(QUOTA_ROOT)).block() + "");
        assertThat(used.count().asLong()).isEqualTo(2);
        assertThat(used.size().asLong()).isEqualTo(40);
    }

    @Test
    void only_the_letters_of_the_account_count() throws Exception {
        add(1, 20);

        CurrentQuotas used =
                Mono.from(
                                store.usedRoom()
                                        .getCurrentQuotas(
                                                QuotaRoot.quotaRoot(
                                                        "#private&benw",
                                                        java.util.Optional.empty())))
                        .block();

        assertThat(used).isEqualTo(CurrentQuotas.emptyQuotas());
    }

    private void add(long count, long octets) throws MailboxException {
        MessageMapper letters = store.mappers().createMessageMapper(BENWA);
        for (long i = 0; i < count; i++) {
            byte[] bytes =
                    "Subject: x\r\n\r\n                    "
                            .substring(0, Math.toIntExact(octets / count))
                            .getBytes(StandardCharsets.US_ASCII);
            MessageId id = store.messageIds().generate();
            SimpleMailboxMessage letter =
                    SimpleMailboxMessage.builder()
                            .messageId(id)
                            .threadId(ThreadId.fromBaseMessageId(id))
                            .internalDate(new Date())
                            .bodyStartOctet(bytes.length)
                            .size(bytes.length)
                            .content(new ByteContent(bytes))
                            .flags(new Flags())
                            .properties(new PropertyBuilder())
                            .mailboxId(mailbox.getMailboxId())
                            .build();
            stored.add(letters.add(mailbox, letter).getUid());
        }
    }

    private void remove(long count) throws MailboxException {
        List<MessageUid> gone = List.copyOf(stored.subList(0, (int) count));
        store.mappers().createMessageMapper(BENWA).deleteMessages(mailbox, gone);
        stored.removeAll(gone);
    }

    /** Changes by letters, reads what we test. */
    private final class ByLetters implements CurrentQuotaManager {
        @Override
        public Publisher<org.apache.james.core.quota.QuotaCountUsage> getCurrentMessageCount(
                QuotaRoot root) {
            return store.usedRoom().getCurrentMessageCount(root);
        }

        @Override
        public Publisher<org.apache.james.core.quota.QuotaSizeUsage> getCurrentStorage(
                QuotaRoot root) {
            return store.usedRoom().getCurrentStorage(root);
        }

        @Override
        public Publisher<CurrentQuotas> getCurrentQuotas(QuotaRoot root) {
            return store.usedRoom().getCurrentQuotas(root);
        }

        @Override
        public Publisher<Void> increase(QuotaOperation operation) {
            return work(() -> add(operation.count().asLong(), operation.size().asLong()));
        }

        @Override
        public Publisher<Void> decrease(QuotaOperation operation) {
            return work(() -> remove(operation.count().asLong()));
        }

        @Override
        public Publisher<Void> setCurrentQuotas(QuotaOperation operation) {
            return work(
                    () -> {
                        remove(stored.size());
                        add(operation.count().asLong(), operation.size().asLong());
                    });
        }

        private Mono<Void> work(Work work) {
            return Mono.fromCallable(
                    () -> {
                        work.run();
                        return null;
                    });
        }
    }

    private interface Work {
        void run() throws MailboxException;
    }
}

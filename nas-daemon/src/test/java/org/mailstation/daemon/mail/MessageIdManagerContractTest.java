package org.mailstation.daemon.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.apache.james.mailbox.store.AbstractMessageIdManagerStorageTest;
import org.apache.james.mailbox.store.MessageIdManagerTestSystem;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.StoreMessageIdManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** James's tests for letters by their id, in several mailboxes at the same time. */
class MessageIdManagerContractTest extends AbstractMessageIdManagerStorageTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private @Nullable MailStorage storage;

    @Override
    protected MessageIdManagerTestSystem createTestingData() throws Exception {
        Clock clock = Clock.systemUTC();
        NoMetrics metrics = new NoMetrics();
        storage = MailStorage.open(folder, clock);
        var manager =
                new JamesMailboxes(storage, (_, _) -> false, Set.of(), metrics, clock).manager();
        var quota = manager.getQuotaComponents();
        var byId =
                new StoreMessageIdManager(
                        manager,
                        storage.mappers(),
                        manager.getEventBus(),
                        quota.getQuotaManager(),
                        quota.getQuotaRootResolver(),
                        new PreDeletionHooks(Set.of(), metrics));
        return new MessageIdManagerTestSystem(
                byId, storage.messageIds(), storage.mappers(), manager);
    }

    @AfterEach
    void close() throws Exception {
        Objects.requireNonNull(storage).closing().close();
    }
}

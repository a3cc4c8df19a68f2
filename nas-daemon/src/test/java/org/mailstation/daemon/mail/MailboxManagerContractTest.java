package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManagerTest;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** James's tests for a mailbox manager against ours over the real store. */
@ExtendWith(MailboxManagerContractTest.LeftOut.class)
class MailboxManagerContractTest extends MailboxManagerTest<StoreMailboxManager> {
    static final class LeftOut extends Skipped {
        LeftOut() {
            super(
                    Map.of(
                            "addingMessageShouldFireQuotaUpdateEvent",
                            "the count follows the letters: there is no second one to be told of",
                            "updateAnnotationsShouldThrowExceptionIfRequestCreateNewButMailboxIsOverLimit",
                            "wants three annotations to be the limit; ours are ten",
                            "updateAnnotationsShouldThrowExceptionIfAnnotationDataIsOverLimitation",
                            "wants thirty bytes to be the limit; ours are 1024"));
        }
    }

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private @Nullable MailStorage storage;
    private @Nullable JamesMailboxes mailboxes;

    @Override
    protected StoreMailboxManager provideMailboxManager() {
        try {
            Clock clock = Clock.systemUTC();
            storage = MailStorage.open(folder, clock);
            mailboxes =
                    new JamesMailboxes(
                            storage, (_, _) -> false, preDeletionHooks(), new NoMetrics(), clock);
            return mailboxes.manager();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() throws Exception {
        Objects.requireNonNull(storage).closing().close();
    }

    @Override
    protected SubscriptionManager provideSubscriptionManager() {
        return Objects.requireNonNull(mailboxes).subscriptions();
    }

    @Override
    protected EventBus retrieveEventBus(StoreMailboxManager manager) {
        return manager.getEventBus();
    }
}

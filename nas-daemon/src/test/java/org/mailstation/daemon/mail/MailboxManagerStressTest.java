package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManagerStressContract;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** James's test with many writers at the same time: numbers and events come in order. */
class MailboxManagerStressTest implements MailboxManagerStressContract<StoreMailboxManager> {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private MailStorage storage;
    private StoreMailboxManager manager;

    @BeforeEach
    void open() throws IOException {
        Clock clock = Clock.systemUTC();
        storage = MailStorage.open(folder, clock);
        manager =
                new JamesMailboxes(storage, (_, _) -> false, Set.of(), new NoMetrics(), clock)
                        .manager();
    }

    @AfterEach
    void close() throws Exception {
        storage.closing().close();
    }

    @Override
    public StoreMailboxManager getManager() {
        return manager;
    }

    @Override
    public EventBus retrieveEventBus() {
        return manager.getEventBus();
    }
}

package org.mailstation.daemon.queue;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueFactoryContract;
import org.apache.james.queue.api.ManageableMailQueueFactoryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** James's contract for the factory. */
class FileMailQueueFactoryContractTest
        implements MailQueueFactoryContract<FileMailQueue>,
                ManageableMailQueueFactoryContract<FileMailQueue> {
    @TempDir Path folder;

    private FileMailQueueFactory factory;

    @BeforeEach
    void openFactory() {
        factory = new FileMailQueueFactory(folder, Clock.systemUTC(), 1000);
    }

    @AfterEach
    void closeFactory() {
        factory.close();
    }

    @Override
    public MailQueueFactory<FileMailQueue> getMailQueueFactory() {
        return factory;
    }
}

package org.mailstation.daemon.queue;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.james.queue.api.DelayedManageableMailQueueContract;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * James's contracts for queues, for delayed entries and for management, kept by ours. Side by side,
 * since most of them wait.
 */
@Execution(ExecutionMode.CONCURRENT)
class FileMailQueueContractTest implements DelayedManageableMailQueueContract {
    @TempDir Path folder;

    private FileMailQueueFactory factory;
    private FileMailQueue queue;

    @BeforeEach
    void openQueue() {
        factory = new FileMailQueueFactory(folder, Clock.systemUTC(), 1000);
        queue = factory.createQueue(MailQueueName.of("outgoing"));
    }

    @AfterEach
    void closeQueue() {
        factory.close();
    }

    @Override
    public ManageableMailQueue getManageableMailQueue() {
        return queue;
    }

    @Override
    public MailQueue getMailQueue() {
        return queue;
    }
}

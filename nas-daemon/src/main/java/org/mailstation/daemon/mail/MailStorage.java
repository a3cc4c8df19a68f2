package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.mailstation.daemon.mail.net.StayOnThread;
import org.mailstation.daemon.queue.FileMailQueue;
import org.mailstation.daemon.queue.FileMailQueueFactory;
import org.mailstation.daemon.store.MailStore;

/**
 * Where mailboxes and queued letters are kept, behind James's own interfaces.
 *
 * @param store the mailboxes
 * @param queues durable when {@code enQueue} returns
 * @param closing closes the store; called last
 */
public record MailStorage(
        MailStore store, MailQueueFactory<FileMailQueue> queues, AutoCloseable closing) {
    /** With one server elsewhere at the same time. */
    private static final int SESSIONS = 2;

    /** The station's own store below {@code mail/} and queue below {@code queue/}. */
    public static MailStorage open(Path data, Clock clock) throws IOException {
        StayOnThread.install();
        MailStore store = MailStore.open(data.resolve("mail"), clock);
        FileMailQueueFactory queues =
                new FileMailQueueFactory(data.resolve("queue"), clock, SESSIONS);
        return new MailStorage(
                store,
                queues,
                () -> {
                    queues.close();
                    store.close();
                });
    }

    MailboxSessionMapperFactory mappers() {
        return store.mappers();
    }

    MessageId.Factory messageIds() {
        return store.messageIds();
    }
}

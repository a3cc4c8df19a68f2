package org.mailstation.daemon.mail;

import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.ManageableMailQueue;

/**
 * Where mailboxes and queued letters are kept, behind James's own interfaces.
 *
 * @param mappers of the mailbox store
 * @param messageIds of the same store
 * @param queues durable when {@code enQueue} returns
 * @param closing closes the store; called last
 */
public record MailStorage(
        MailboxSessionMapperFactory mappers,
        MessageId.Factory messageIds,
        MailQueueFactory<? extends ManageableMailQueue> queues,
        AutoCloseable closing) {}

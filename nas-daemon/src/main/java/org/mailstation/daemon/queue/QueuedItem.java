package org.mailstation.daemon.queue;

import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.mailet.Mail;

/**
 * An entry that was handed out.
 *
 * @param envelope as it was then; the mail may be changed by those who work on it
 */
record QueuedItem(String id, Envelope envelope, Mail mail, FileMailQueue queue)
        implements MailQueueItem {
    @Override
    public Mail getMail() {
        return mail;
    }

    /**
     * Success removes it, retry queues the mail as it is now, reject keeps it in a folder of its
     * own.
     */
    @Override
    public void done(CompletionStatus status) throws MailQueueException {
        queue.done(this, status);
    }
}

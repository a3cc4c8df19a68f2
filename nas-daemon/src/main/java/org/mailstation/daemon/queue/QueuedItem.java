package org.mailstation.daemon.queue;

import java.time.Duration;
import java.util.List;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;

/** An entry that was handed out. */
public final class QueuedItem implements MailQueueItem {
    private final String id;
    private final Envelope envelope;
    private final Mail mail;
    private final FileMailQueue queue;

    /**
     * @param envelope as it was then; the mail may be changed by those who work on it
     */
    QueuedItem(String id, Envelope envelope, Mail mail, FileMailQueue queue) {
        this.id = id;
        this.envelope = envelope;
        this.mail = mail;
        this.queue = queue;
    }

    String id() {
        return id;
    }

    Envelope envelope() {
        return envelope;
    }

    @Override
    public Mail getMail() {
        return mail;
    }

    /**
     * Success removes it, retry queues the mail as it is now, reject keeps it in a folder of its
     * own. Also if this fails, it has happened for whoever looks at the queue: the disk is asked
     * again each minute, until the daemon ends.
     */
    @Override
    public void done(CompletionStatus status) throws MailQueueException {
        queue.done(this, status);
    }

    /**
     * Finishes this entry in one step that a crash cannot part: it waits again for those who are
     * left, and what came of it is queued.
     *
     * @param rest sender, recipients and attributes from now on, for the same letter; {@code null}:
     *     nobody is left
     * @param delay until the next try
     * @param further mails with letters of their own
     * @throws MailQueueException as {@link #done}
     */
    public void becomes(@Nullable Mail rest, Duration delay, List<Mail> further)
            throws MailQueueException {
        queue.becomes(this, rest, delay, further);
    }
}

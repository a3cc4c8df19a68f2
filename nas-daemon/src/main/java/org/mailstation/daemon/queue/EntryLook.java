package org.mailstation.daemon.queue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.queue.api.ManageableMailQueue.DefaultMailQueueItemView;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueItemView;
import org.apache.james.queue.api.ManageableMailQueue.Type;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at entries while they wait; some are done by the time they are looked at. */
record EntryLook(QueueFolder folder, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(EntryLook.class);

    /** Whether an entry is this one, by one side of its envelope; none that cannot be read is. */
    boolean matches(Schedule.Entry entry, Type type, String value) {
        try {
            return matches(folder.envelope(entry.id()), type, value);
        } catch (NoSuchFileException e) {
            return false; // done meanwhile
        } catch (IOException e) {
            LOG.warn("The envelope of {} cannot be read", entry.id(), e);
            return false;
        }
    }

    private static boolean matches(Envelope envelope, Type type, String value) {
        return switch (type) {
            case Name -> envelope.name().equals(value);
            case Recipient -> envelope.recipients().contains(value);
            case Sender -> value.equals(envelope.sender());
        };
    }

    /** The mail and when it is due; empty: it is done, or cannot be shown. */
    Optional<MailQueueItemView> view(Schedule.Entry entry) {
        try {
            return Optional.of(
                    new DefaultMailQueueItemView(
                            JamesMail.mail(folder.envelope(entry.id()), folder.letter(entry.id())),
                            entry.next().atZone(clock.getZone())));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // done meanwhile
        } catch (IOException | MessagingException | RuntimeException e) {
            LOG.warn("The queued letter {} cannot be shown", entry.id(), e);
            return Optional.empty();
        }
    }
}

package org.mailstation.daemon.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.DefaultMailboxes;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxEvents.Added;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.junk.JunkMemory;
import org.mailstation.daemon.task.AtLeisure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears when a person puts a letter somewhere: into the junk folder, then it is junk; into INBOX or
 * a folder where one keeps letters, then it is none. What is thrown away says nothing. The work is
 * done afterwards, when no more letters come; if people are quicker than it, it leaves some out.
 */
final class JunkLearning implements EventListener.GroupEventListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JunkLearning.class);

    private static final int MOST_WAITING = 500;
    private static final int MOST_AT_ONCE = 100;

    /** Its name among those who hear events. */
    static final class JunkGroup extends Group {}

    private static final Group GROUP = new JunkGroup();

    private final MailboxManager manager;
    private final JunkMemory memory;
    private final AtLeisure work =
            new AtLeisure(
                    "junk-learning", MOST_WAITING, Duration.ofMillis(500), Duration.ofSeconds(30));

    JunkLearning(MailboxManager manager, JunkMemory memory) {
        this.manager = manager;
        this.memory = memory;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof Added added && !added.isDelivery() && says(added.getMailboxPath());
    }

    private static boolean says(MailboxPath path) {
        return switch (path.getName()) {
            case DefaultMailboxes.TRASH, DefaultMailboxes.DRAFTS, DefaultMailboxes.OUTBOX -> false;
            default -> true;
        };
    }

    @Override
    public void event(Event event) {
        if (event instanceof Added added && isHandling(event)) {
            Lesson lesson = Lesson.of(added);
            boolean _ = work.ask(() -> learn(lesson));
        }
    }

    /**
     * What is kept of the news until there is time: of many letters that came together the first
     * ones, since somebody who puts a whole archive somewhere tells of each of thousands.
     */
    record Lesson(Username account, MailboxPath path, List<MessageUid> letters) {
        static Lesson of(Added added) {
            return new Lesson(
                    added.getUsername(),
                    added.getMailboxPath(),
                    added.getUids().stream().limit(MOST_AT_ONCE).toList());
        }

        boolean isOfJunk() {
            return path.getName().equals(DefaultMailboxes.SPAM);
        }
    }

    private void learn(Lesson lesson) {
        MailboxSession session = manager.createSystemSession(lesson.account());
        try {
            for (MessageUid uid : lesson.letters()) {
                learn(lesson, uid, session);
            }
        } catch (Exception | StackOverflowError e) {
            // the letter may be gone again; the next one teaches as much
            LOG.debug("nothing was learnt of a letter", e);
        } finally {
            manager.endProcessingRequest(session);
        }
    }

    private void learn(Lesson lesson, MessageUid uid, MailboxSession session) throws Exception {
        MessageResult letter = letter(lesson.path(), uid, session);
        if (letter != null) {
            String id = letter.getMessageId().serialize();
            memory.learn(lesson.account().asString(), id, () -> content(letter), lesson.isOfJunk());
        }
    }

    private static InputStream content(MessageResult letter) throws IOException {
        try {
            return letter.getFullContent().getInputStream();
        } catch (MailboxException e) {
            throw new IOException(e);
        }
    }

    private @Nullable MessageResult letter(MailboxPath path, MessageUid uid, MailboxSession session)
            throws MailboxException {
        var letters =
                manager.getMailbox(path, session)
                        .getMessages(MessageRange.one(uid), FetchGroup.FULL_CONTENT, session);
        return letters.hasNext() ? letters.next() : null;
    }

    @Override
    public void close() {
        work.close();
    }
}

package org.mailstation.daemon.mail;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.DefaultMailboxes;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxEvents.Added;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.Header;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.MessageResultIterator;
import org.mailstation.daemon.delivery.SentMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the folder of sent letters free of doubles: where a mail program saves what the station
 * saved, too, the station's copy goes, since the program may refer to its own.
 */
final class SentFolder implements EventListener.GroupEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(SentFolder.class);

    /** In a folder of many years, only the end is looked at. */
    private static final long RECENT = 100;

    private static final int MOST_WAITING = 500;

    /** Its name among those who hear events. */
    static final class SentGroup extends Group {}

    private static final Group GROUP = new SentGroup();

    private final MailboxManager manager;
    private final Predicate<String> savesSent;
    private final ExecutorService thread =
            new ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(MOST_WAITING),
                    work -> Thread.ofPlatform().name("sent-folder").daemon().unstarted(work),
                    new ThreadPoolExecutor.DiscardPolicy());

    /**
     * @param savesSent whether the station saves what is sent from an account
     */
    SentFolder(MailboxManager manager, Predicate<String> savesSent) {
        this.manager = manager;
        this.savesSent = savesSent;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof Added added
                && added.getMailboxPath().getName().equals(DefaultMailboxes.SENT)
                && savesSent.test(added.getUsername().asString());
    }

    @Override
    public void event(Event event) {
        if (event instanceof Added added && isHandling(event)) {
            Username account = added.getUsername(); // the news of very many letters is large
            thread.execute(() -> tidy(account));
        }
    }

    private record Seen(MessageUid uid, String messageId, boolean ours) {}

    private void tidy(Username account) {
        MailboxSession session = manager.createSystemSession(account);
        try {
            MessageManager folder =
                    manager.getMailbox(
                            MailboxPath.forUser(account, DefaultMailboxes.SENT), session);
            List<Seen> recent = recent(folder, session);
            Set<String> saved = new HashSet<>();
            recent.stream()
                    .filter(seen -> !seen.ours())
                    .forEach(seen -> saved.add(seen.messageId()));
            List<MessageUid> doubles =
                    recent.stream()
                            .filter(Seen::ours)
                            .filter(seen -> saved.contains(seen.messageId()))
                            .map(Seen::uid)
                            .toList();
            if (!doubles.isEmpty()) {
                folder.delete(doubles, session);
            }
        } catch (MailboxException | RuntimeException e) {
            LOG.warn("the folder of sent letters of {} may hold a letter twice", account, e);
        } finally {
            manager.endProcessingRequest(session);
        }
    }

    private static List<Seen> recent(MessageManager folder, MailboxSession session)
            throws MailboxException {
        MailboxMetaData now =
                folder.getMetaData(
                        MailboxMetaData.RecentMode.IGNORE,
                        session,
                        EnumSet.of(MailboxMetaData.Item.NextUid));
        long from = Math.max(1, now.getUidNext().asLong() - RECENT);
        MessageResultIterator letters =
                folder.getMessages(
                        MessageRange.from(MessageUid.of(from)), FetchGroup.HEADERS, session);
        List<Seen> found = new ArrayList<>();
        while (letters.hasNext()) {
            found.add(seen(letters.next()));
        }
        return found;
    }

    private static Seen seen(MessageResult letter) throws MailboxException {
        // a letter without a name is like no other
        String name = "uid " + letter.getUid().asLong();
        boolean ours = false;
        for (Iterator<Header> fields = letter.getHeaders().headers(); fields.hasNext(); ) {
            Header field = fields.next();
            if (field.getName().equalsIgnoreCase("Message-ID")) {
                name = field.getValue().strip();
            }
            ours |= field.getName().equalsIgnoreCase(SentMark.NAME);
        }
        return new Seen(letter.getUid(), name, ours);
    }
}

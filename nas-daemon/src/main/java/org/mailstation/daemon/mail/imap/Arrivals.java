package org.mailstation.daemon.mail.imap;

import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.event.EventFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Letters that are in a mailbox before a session hears of them: news of two letters that came at
 * the same time overtake each other on their way from two threads.
 *
 * @param james listens to the news
 */
record Arrivals(SelectedMailbox james, MailboxSession session) {
    /**
     * Lets James hear of the letters after a UID that he has not heard of. He hears of them again
     * by and by, which does no harm.
     *
     * @return the UID of the last letter that ever came; all up to there are heard of now, or gone
     * @throws IllegalStateException if the mailbox cannot be read
     */
    long hear(long after, Predicate<MessageUid> heard) {
        MessageManager mailbox = james.getMessageManager();
        try {
            long last = lastUid(mailbox);
            if (last > after) {
                MessageRange range =
                        MessageRange.range(MessageUid.of(after + 1), MessageUid.of(last));
                List<MessageMetaData> missed =
                        Flux.from(mailbox.listMessagesMetadata(range, session))
                                .filter(
                                        letter ->
                                                !heard.test(letter.getComposedMessageId().getUid()))
                                .map(Arrivals::asNews)
                                .collectList()
                                .block();
                tell(mailbox, missed == null ? List.of() : missed);
            }
            return last;
        } catch (MailboxException e) {
            throw new IllegalStateException("the selected mailbox cannot be read", e);
        }
    }

    private long lastUid(MessageManager mailbox) throws MailboxException {
        return mailbox.getMetaData(
                                MailboxMetaData.RecentMode.IGNORE,
                                session,
                                EnumSet.of(MailboxMetaData.Item.NextUid))
                        .getUidNext()
                        .asLong()
                - 1;
    }

    private void tell(MessageManager mailbox, List<MessageMetaData> missed)
            throws MailboxException {
        if (missed.isEmpty() || !(james instanceof ReactiveEventListener listener)) {
            return;
        }
        Mono.from(
                        listener.reactiveEvent(
                                EventFactory.added()
                                        .randomEventId()
                                        .mailboxSession(session)
                                        .mailbox(mailbox.getMailboxEntity())
                                        .addMetaData(missed)
                                        .isDelivery(false)
                                        .build()))
                .block();
    }

    /** James looks at nothing but the UID. */
    private static MessageMetaData asNews(ComposedMessageIdWithMetaData letter) {
        return new MessageMetaData(
                letter.getComposedMessageId().getUid(),
                letter.getModSeq(),
                letter.getFlags(),
                0,
                new Date(0),
                Optional.empty(),
                letter.getComposedMessageId().getMessageId(),
                letter.getThreadId());
    }
}

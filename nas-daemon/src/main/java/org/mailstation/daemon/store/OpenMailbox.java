package org.mailstation.daemon.store;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManager.MessageCapabilities;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.BatchSizes;
import org.apache.james.mailbox.store.MessageFactory;
import org.apache.james.mailbox.store.MessageStorer;
import org.apache.james.mailbox.store.NoMailboxPathLocker;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.event.EventFactory;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A mailbox of James over our store, in which clients may use any keyword (RFC 9051, 2.3.2). What
 * is done to very many letters is done to some after the others, so that it needs no more memory
 * than those.
 */
public final class OpenMailbox extends StoreMessageManager {
    /** What all mailboxes of a station work with. */
    public record Surroundings(
            MailStore store,
            EventBus events,
            StoreRightManager rights,
            QuotaComponents quota,
            PreDeletionHooks hooks,
            Clock clock) {}

    private final Surroundings around;

    public OpenMailbox(Mailbox mailbox, Surroundings around) {
        super(
                java.util.EnumSet.allOf(MessageCapabilities.class),
                around.store().mappers(),
                around.store().search(),
                around.events(),
                // the store orders what happens to one mailbox; a lock here would be held over
                // every sync
                new NoMailboxPathLocker(),
                mailbox,
                around.quota().getQuotaManager(),
                around.quota().getQuotaRootResolver(),
                BatchSizes.defaultValues(),
                around.rights(),
                around.hooks(),
                new MessageStorer.WithoutAttachment(
                        around.store().mappers(),
                        around.store().messageIds(),
                        new MessageFactory.StoreMessageFactory(),
                        around.store().threads(),
                        around.clock()));
        this.around = around;
    }

    /**
     * For copying or moving letters from here to another mailbox.
     *
     * @param move whether they are gone from here then
     */
    public Passage passage(StoreMessageManager target, boolean move, MailboxSession session) {
        return new Passage(this, target, move, around, session);
    }

    @Override
    public Mono<List<MessageRange>> copyTo(
            MessageRange set, StoreMessageManager target, MailboxSession session) {
        return carry(set, passage(target, false, session));
    }

    @Override
    public Mono<List<MessageRange>> moveTo(
            MessageRange set, StoreMessageManager target, MailboxSession session) {
        return carry(set, passage(target, true, session));
    }

    private static Mono<List<MessageRange>> carry(MessageRange set, Passage passage) {
        return passage.carry(List.of(set)).map(done -> done.copies().ranges());
    }

    @Override
    public Flux<MessageUid> expungeReactive(MessageRange set, MailboxSession session) {
        if (around.hooks() != PreDeletionHooks.NO_PRE_DELETION_HOOK || !isWriteable(session)) {
            return super.expungeReactive(set, session);
        }
        MessageMapper letters = around.store().mappers().getMessageMapper(session);
        return letters.retrieveMessagesMarkedForDeletionReactive(getMailboxEntity(), set)
                .buffer(Slice.LETTERS)
                .concatMap(some -> remove(letters, some, session));
    }

    private Flux<MessageUid> remove(
            MessageMapper letters, List<MessageUid> uids, MailboxSession session) {
        return Mono.fromCallable(() -> letters.deleteMessages(getMailboxEntity(), uids))
                .flatMapMany(
                        removed ->
                                tellRemoved(removed, session)
                                        .thenMany(Flux.fromIterable(removed.keySet())));
    }

    private Mono<Void> tellRemoved(
            Map<MessageUid, MessageMetaData> removed, MailboxSession session) {
        return around.events()
                .dispatch(
                        EventFactory.expunged()
                                .randomEventId()
                                .mailboxSession(session)
                                .mailbox(getMailboxEntity())
                                .metaData(ImmutableSortedMap.copyOf(removed))
                                .build(),
                        new MailboxIdRegistrationKey(getId()));
    }

    @Override
    public Flags getPermanentFlags(MailboxSession session) {
        Flags flags = super.getPermanentFlags(session);
        flags.add(Flags.Flag.USER);
        return flags;
    }
}

package org.mailstation.daemon.mail;

import java.time.Clock;
import java.util.EnumSet;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.MailboxManagerConfiguration;
import org.apache.james.mailbox.store.NoMailboxPathLocker;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.StoreMailboxAnnotationManager;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.mail.model.impl.MessageParser;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.mailstation.daemon.store.OpenMailbox;

/** James's mailbox manager over the station's store. */
final class StationMailboxManager extends StoreMailboxManager {
    private final OpenMailbox.Surroundings surroundings;

    StationMailboxManager(
            MailStorage storage,
            SessionProvider sessions,
            EventBus events,
            StoreRightManager rights,
            QuotaComponents quota,
            PreDeletionHooks hooks,
            Clock clock) {
        super(
                storage.mappers(),
                sessions,
                // the store orders what happens to one mailbox; a lock here would be held over
                // every sync
                new NoMailboxPathLocker(),
                new MessageParser(),
                storage.messageIds(),
                new StoreMailboxAnnotationManager(storage.mappers(), rights),
                events,
                rights,
                quota,
                storage.store().search(),
                MailboxManagerConfiguration.DEFAULT,
                hooks,
                storage.store().threads(),
                clock);
        this.surroundings =
                new OpenMailbox.Surroundings(storage.store(), events, rights, quota, hooks, clock);
    }

    @Override
    protected StoreMessageManager createMessageManager(Mailbox mailbox, MailboxSession session) {
        return new OpenMailbox(mailbox, surroundings);
    }

    @Override
    public EnumSet<MailboxCapabilities> getSupportedMailboxCapabilities() {
        return EnumSet.allOf(MailboxCapabilities.class);
    }

    @Override
    public EnumSet<MessageCapabilities> getSupportedMessageCapabilities() {
        return EnumSet.allOf(MessageCapabilities.class);
    }
}

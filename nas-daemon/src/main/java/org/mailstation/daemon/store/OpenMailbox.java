package org.mailstation.daemon.store;

import java.time.Clock;
import javax.mail.Flags;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManager.MessageCapabilities;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.BatchSizes;
import org.apache.james.mailbox.store.MessageFactory;
import org.apache.james.mailbox.store.MessageStorer;
import org.apache.james.mailbox.store.NoMailboxPathLocker;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.quota.QuotaComponents;

/** A mailbox of James over our store, in which clients may use any keyword (RFC 9051, 2.3.2). */
public final class OpenMailbox extends StoreMessageManager {
    /** What all mailboxes of a station work with. */
    public record Surroundings(
            MailStore store,
            EventBus events,
            StoreRightManager rights,
            QuotaComponents quota,
            PreDeletionHooks hooks,
            Clock clock) {}

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
    }

    @Override
    public Flags getPermanentFlags(MailboxSession session) {
        Flags flags = super.getPermanentFlags(session);
        flags.add(Flags.Flag.USER);
        return flags;
    }
}

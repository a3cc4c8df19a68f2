package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.james.events.EventBus;
import org.apache.james.events.InVMEventBus;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.acl.UnionMailboxACLResolver;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.CombinationManagerTestSystem;
import org.apache.james.mailbox.store.FakeAuthenticator;
import org.apache.james.mailbox.store.FakeAuthorizator;
import org.apache.james.mailbox.store.MailboxManagerConfiguration;
import org.apache.james.mailbox.store.NoMailboxPathLocker;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.SessionProviderImpl;
import org.apache.james.mailbox.store.StoreMailboxAnnotationManager;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreMessageIdManager;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.mail.model.impl.MessageParser;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.utils.UpdatableTickingClock;

/** James's managers over a store in a folder, as its contract tests want them. */
final class StoreSystem extends CombinationManagerTestSystem implements AutoCloseable {
    final MailStore store;
    final StoreMailboxManager manager;
    final EventBus events;

    private record Parts(
            MailStore store,
            StoreMailboxManager manager,
            StoreMessageIdManager ids,
            EventBus events) {}

    private StoreSystem(Parts parts) {
        super(parts.manager(), parts.ids());
        this.store = parts.store();
        this.manager = parts.manager();
        this.events = parts.events();
    }

    static StoreSystem open(Path folder) throws IOException {
        UpdatableTickingClock clock =
                new UpdatableTickingClock(Instant.parse("2026-03-01T08:00:00Z"));
        MailStore store = MailStore.open(folder, clock);
        RecordingMetricFactory metrics = new RecordingMetricFactory();
        EventBus events =
                new InVMEventBus(
                        new InVmEventDelivery(metrics),
                        RetryBackoffConfiguration.DEFAULT,
                        new MemoryEventDeadLetters());
        StoreRightManager rights =
                new StoreRightManager(store.mappers(), new UnionMailboxACLResolver(), events);
        SessionProviderImpl sessions =
                new SessionProviderImpl(new FakeAuthenticator(), FakeAuthorizator.defaultReject());
        QuotaComponents quota = QuotaComponents.disabled(sessions, store.mappers());
        PreDeletionHooks hooks = PreDeletionHooks.NO_PRE_DELETION_HOOK;
        OpenMailbox.Surroundings surroundings =
                new OpenMailbox.Surroundings(store, events, rights, quota, hooks, clock);
        StoreMailboxManager manager =
                new StoreMailboxManager(
                        store.mappers(),
                        sessions,
                        new NoMailboxPathLocker(),
                        new MessageParser(),
                        store.messageIds(),
                        new StoreMailboxAnnotationManager(store.mappers(), rights),
                        events,
                        rights,
                        quota,
                        store.search(),
                        MailboxManagerConfiguration.DEFAULT,
                        hooks,
                        store.threads(),
                        clock) {
                    @Override
                    protected StoreMessageManager createMessageManager(
                            Mailbox mailbox, MailboxSession session) {
                        return new OpenMailbox(mailbox, surroundings);
                    }
                };
        StoreMessageIdManager ids =
                new StoreMessageIdManager(
                        rights,
                        store.mappers(),
                        events,
                        quota.getQuotaManager(),
                        quota.getQuotaRootResolver(),
                        hooks);
        return new StoreSystem(new Parts(store, manager, ids, events));
    }

    @Override
    public Mailbox createMailbox(MailboxPath path, MailboxSession session) throws MailboxException {
        manager.createMailbox(path, session);
        return manager.getMailbox(path, session).getMailboxEntity();
    }

    @Override
    public MessageManager createMessageManager(Mailbox mailbox, MailboxSession session)
            throws MailboxException {
        return manager.getMailbox(mailbox.getMailboxId(), session);
    }

    MailStore store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}

package org.mailstation.daemon.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaSizeUsage;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventListener;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.mailbox.Authenticator;
import org.apache.james.mailbox.Authorizator.AuthorizationState;
import org.apache.james.mailbox.DefaultMailboxes;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.acl.UnionMailboxACLResolver;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.exception.SubscriptionException;
import org.apache.james.mailbox.extension.PreDeletionHook;
import org.apache.james.mailbox.model.Content;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResultIterator;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.SessionProviderImpl;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.apache.james.mailbox.store.event.MailboxAnnotationListener;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.apache.james.mailbox.store.quota.StoreQuotaManager;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.delivery.MailboxFullException;
import org.mailstation.daemon.delivery.Mailboxes;
import org.mailstation.daemon.delivery.Place;
import org.mailstation.daemon.mail.imap.ImapCommands;
import org.mailstation.daemon.store.MailStore;
import org.mailstation.daemon.store.quota.RoomLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/** The mailboxes behind IMAP, POP3 and delivery: James's mailbox manager over our store. */
final class JamesMailboxes implements Mailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(JamesMailboxes.class);

    private static final long MEGABYTE = 1_000_000;

    /** RFC 6154 2, by the names that James gives them. */
    private static final List<String> FOLDERS =
            List.of(
                    DefaultMailboxes.INBOX,
                    DefaultMailboxes.SENT,
                    DefaultMailboxes.DRAFTS,
                    DefaultMailboxes.TRASH,
                    DefaultMailboxes.SPAM,
                    DefaultMailboxes.ARCHIVE);

    private final StoreMailboxManager manager;
    private final EventBus events;
    private final SubscriptionManager subscriptions;
    private final QuotaComponents quota;
    private final MailStore store;
    private final RoomLimits limits;
    private final StoreQuotaManager room;
    private final Clock clock;

    /**
     * @param passwords who may sign in
     */
    JamesMailboxes(MailStorage storage, Authenticator passwords, NoMetrics metrics, Clock clock) {
        this(storage, passwords, Set.of(), metrics, clock);
    }

    /**
     * @param hooks asked before letters are removed
     */
    JamesMailboxes(
            MailStorage storage,
            Authenticator passwords,
            Set<PreDeletionHook> hooks,
            NoMetrics metrics,
            Clock clock) {
        this.clock = clock;
        this.events = new MailboxEvents(new InVmEventDelivery(metrics));
        this.store = storage.store();
        var mappers = storage.mappers();
        StoreRightManager rights =
                new StoreRightManager(mappers, new UnionMailboxACLResolver(), events);
        // nobody acts for somebody else
        SessionProviderImpl sessions =
                new SessionProviderImpl(passwords, (_, _) -> AuthorizationState.FORBIDDEN);
        this.limits = storage.store().limits();
        this.room = new StoreQuotaManager(storage.store().usedRoom(), limits);
        this.quota =
                new QuotaComponents(
                        limits, room, new DefaultUserQuotaRootResolver(sessions, mappers));
        this.manager =
                new StationMailboxManager(
                        storage,
                        sessions,
                        events,
                        rights,
                        quota,
                        hooks.isEmpty()
                                ? PreDeletionHooks.NO_PRE_DELETION_HOOK
                                : new PreDeletionHooks(hooks, metrics),
                        clock);
        this.subscriptions = new StoreSubscriptionManager(mappers, mappers, events);
        events.register(new MailboxAnnotationListener(mappers, sessions));
    }

    /** Tells somebody what happens in mailboxes. */
    void hear(EventListener.GroupEventListener listener) {
        events.register(listener);
    }

    StoreMailboxManager manager() {
        return manager;
    }

    SubscriptionManager subscriptions() {
        return subscriptions;
    }

    /** What answers IMAP commands. */
    ImapProcessor imap(NoMetrics metrics) {
        return ImapCommands.over(manager, store, events, subscriptions, quota, metrics);
    }

    /** Takes the limits of a configuration, in 10⁶ bytes; 0 is none. */
    void limit(List<Account> accounts) {
        limits.use(
                accounts.stream()
                        .filter(account -> account.quotaMegabytes() > 0)
                        .collect(
                                Collectors.toMap(
                                        Account::address,
                                        account -> account.quotaMegabytes() * MEGABYTE)));
    }

    /**
     * Makes the folders that mail programs look for. James does it at the first login only if no
     * letter has come before.
     */
    void furnish(List<Account> accounts) {
        for (Account account : accounts) {
            MailboxSession session = manager.createSystemSession(Username.of(account.address()));
            try {
                for (String folder : FOLDERS) {
                    make(MailboxPath.forUser(session.getUser(), folder), session);
                }
            } catch (MailboxException | RuntimeException e) {
                LOG.warn("The folders of {} could not be made", account.address(), e);
            } finally {
                manager.endProcessingRequest(session);
            }
        }
    }

    private void make(MailboxPath path, MailboxSession session) throws MailboxException {
        try {
            manager.getMailbox(path, session);
        } catch (MailboxNotFoundException missing) {
            try {
                manager.createMailbox(path, session);
                subscriptions.subscribe(session, path);
            } catch (MailboxExistsException | SubscriptionException atTheSameTime) {
                // somebody else was faster, or it is only not on the list that the person chose
                LOG.debug("{} was there already", path, atTheSameTime);
            }
        }
    }

    RoomLimits limits() {
        return limits;
    }

    /** Size of all letters of an account, in bytes. */
    long usedBytes(String account) {
        return room.getQuotas(RoomLimits.root(account)).getStorageQuota().getUsed().asLong();
    }

    /** How much of an account's room is used; 0 if it has no limit. */
    int percentUsed(String account) {
        var storage = room.getQuotas(RoomLimits.root(account)).getStorageQuota();
        long most = storage.getLimit().isUnlimited() ? 0 : storage.getLimit().asLong();
        return most == 0 ? 0 : (int) (storage.getUsed().asLong() * 100 / most);
    }

    @Override
    public boolean hasRoomFor(String account, long octets) {
        return !room.getQuotas(RoomLimits.root(account))
                .getStorageQuota()
                .addValueToQuota(QuotaSizeUsage.size(octets))
                .isOverQuota();
    }

    @Override
    public void deliver(String account, Place place, Letter letter) throws IOException {
        put(
                account,
                session ->
                        mailbox(place.mailbox(), session)
                                .appendMessage(
                                        AppendCommand.builder()
                                                .recent()
                                                .delivery()
                                                .withFlags(flags(place))
                                                .withInternalDate(Date.from(clock.instant()))
                                                .build(content(letter)),
                                        session));
    }

    /**
     * Puts a letter into a folder as it was elsewhere; the folder is made if there is none.
     *
     * @param folder parts separated by the station's delimiter
     */
    void keep(String account, String folder, Flags flags, Instant date, Letter letter)
            throws IOException {
        put(
                account,
                session -> {
                    MailboxPath path =
                            folder.equalsIgnoreCase(DefaultMailboxes.INBOX)
                                    ? MailboxPath.inbox(session)
                                    : MailboxPath.forUser(session.getUser(), folder);
                    make(path, session);
                    manager.getMailbox(path, session)
                            .appendMessage(
                                    AppendCommand.builder()
                                            .withFlags(flags)
                                            .withInternalDate(Date.from(date))
                                            .build(content(letter)),
                                    session);
                });
    }

    /** Puts a letter somewhere as the mailbox's own user. */
    private interface Putting {
        void in(MailboxSession session) throws MailboxException, IOException;
    }

    private void put(String account, Putting letter) throws IOException {
        MailboxSession session = manager.createSystemSession(Username.of(account));
        try {
            letter.in(session);
        } catch (OverQuotaException e) {
            throw new MailboxFullException(account);
        } catch (MailboxException e) {
            throw new IOException("the mailbox store refused a letter", e);
        } finally {
            manager.endProcessingRequest(session);
        }
    }

    /**
     * The header of the letter with this word in its Message-ID, or {@code null} if the account's
     * INBOX has none.
     */
    byte @Nullable [] header(String account, String token) throws IOException {
        MailboxSession session = manager.createSystemSession(Username.of(account));
        try {
            MessageManager inbox = manager.getMailbox(MailboxPath.inbox(session), session);
            MessageUid found =
                    Flux.from(
                                    inbox.search(
                                            SearchQuery.of(
                                                    SearchQuery.headerContains(
                                                            "Message-ID", token)),
                                            session))
                            .blockFirst();
            if (found == null) {
                return null;
            }
            MessageResultIterator letters =
                    inbox.getMessages(MessageRange.one(found), FetchGroup.HEADERS, session);
            return letters.hasNext()
                    ? letters.next().getHeaders().getInputStream().readAllBytes()
                    : null;
        } catch (MailboxNotFoundException noLetterYet) {
            return null;
        } catch (MailboxException e) {
            throw new IOException("the mailbox store could not be searched", e);
        } finally {
            manager.endProcessingRequest(session);
        }
    }

    private static Flags flags(Place place) {
        Flags flags = new Flags();
        for (String flag : place.flags()) {
            switch (flag.toLowerCase(Locale.ROOT)) {
                case "\\seen" -> flags.add(Flags.Flag.SEEN);
                case "\\flagged" -> flags.add(Flags.Flag.FLAGGED);
                case "\\answered" -> flags.add(Flags.Flag.ANSWERED);
                case "\\deleted" -> flags.add(Flags.Flag.DELETED);
                case "\\draft" -> flags.add(Flags.Flag.DRAFT);
                default -> flags.add(flag);
            }
        }
        return flags;
    }

    private MessageManager mailbox(String name, MailboxSession session) throws MailboxException {
        MailboxPath path = MailboxPath.forUser(session.getUser(), name);
        try {
            return manager.getMailbox(path, session);
        } catch (MailboxNotFoundException firstLetter) {
            try {
                manager.createMailbox(path, session);
                subscriptions.subscribe(session, path);
            } catch (MailboxExistsException atTheSameTime) {
                // another delivery was faster: the mailbox is there, which is all we want
            } catch (SubscriptionException onlyNotOnTheList) {
                LOG.debug("{} is not subscribed", path, onlyNotOnTheList);
            }
            return manager.getMailbox(path, session);
        }
    }

    private static Content content(Letter letter) {
        return new Content() {
            @Override
            public InputStream getInputStream() throws IOException {
                return letter.open();
            }

            @Override
            public long size() {
                return letter.size();
            }
        };
    }
}

package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mailstation.config.Account;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.notes.NoteBook;
import org.mailstation.daemon.sieve.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a letter where the owner of an account wants it. First comes what the station found out:
 * junk goes into the junk folder and no rule sees it, so that nothing of it is sent on or answered.
 * Then the owner's script, then the simple vacation.
 */
public final class Filing {
    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

    private static final String INBOX = Folder.INBOX.mailbox();

    private final Mailboxes mailboxes;
    private final Outbox outbox;
    private final Supplier<AddressBook> book;
    private final PersonalRules rules;
    private final Answering answering;
    private final OwnerNotes notes;
    private final Clock clock;

    Filing(
            Mailboxes mailboxes,
            Outbox outbox,
            Supplier<AddressBook> book,
            PersonalRules rules,
            Answering answering,
            OwnerNotes notes,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.book = book;
        this.rules = rules;
        this.answering = answering;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * With everything that belongs to it.
     *
     * @param notes where it is remembered who was told what
     * @param owner tells the owners of accounts
     */
    public static Filing of(
            PersonalRules rules,
            Mailboxes mailboxes,
            Outbox outbox,
            Supplier<AddressBook> book,
            Supplier<String> hostName,
            Signing signing,
            LetterIds ids,
            NoteBook notes,
            OwnerNotes owner,
            Clock clock) {
        return new Filing(
                mailboxes,
                outbox,
                book,
                rules,
                new Answering(
                        book,
                        hostName,
                        outbox,
                        signing,
                        ids,
                        notes.map("answered"),
                        notes::keep,
                        clock),
                owner,
                clock);
    }

    boolean hasRoomFor(String account, long octets) {
        return mailboxes.hasRoomFor(account, octets);
    }

    /**
     * A letter for one account.
     *
     * @param folder where it belongs by what the station found out
     */
    record Work(String account, Envelope envelope, Letter letter, Folder folder, Steps steps) {
        /** Read only for those who have rules. */
        Header header() throws IOException {
            return Header.of(letter);
        }
    }

    /**
     * When this returns, the letter is on the disk in at least one place, or its owner wants it
     * thrown away.
     *
     * @param mayRefuse whether the sender can still be told without a report of our own
     * @throws MailboxFullException if the account holds as much as it may; nothing was done
     * @throws IOException if it could not be stored; nothing was done
     */
    Filed file(Work work, boolean mayRefuse) throws IOException {
        if (work.folder() == Folder.JUNK) {
            put(work, new Action.Put(0, Folder.JUNK.mailbox(), Set.of()));
            return new Filed.Done();
        }
        String account = work.account();
        Optional<Account> own =
                book.get().account(account).filter(one -> !one.forwardTo().isEmpty());
        if (own.isPresent() && forward(work, own.get().forwardTo()) && !own.get().keepCopy()) {
            return new Filed.Done();
        }
        PersonalRules.Wanted wanted = rules.wanted(account, () -> SieveLetter.of(work));
        if (wanted.broken() != null) {
            notes.brokenRules(account, wanted.script(), wanted.broken());
        }
        for (Action action : wanted.actions()) {
            if (action.line() > 0) {
                String line = String.valueOf(action.line());
                work.steps().step(TraceStep.Kind.RULED, account, wanted.script(), line);
            }
            if (action instanceof Action.Refuse(_, var reason)) {
                if (mayRefuse) {
                    return new Filed.Unwanted(reason);
                }
                // others have it already, and a report might go to somebody who never wrote it
                put(work, new Action.Put(0, INBOX, Set.of()));
                return new Filed.Done();
            }
        }
        perform(work, wanted.actions());
        return new Filed.Done();
    }

    /**
     * To everybody or nobody.
     *
     * @return whether the letter is safe without a copy here: a report may be about one that was
     *     forwarded, and what comes back in a circle must end somewhere
     * @throws IOException if it could not be done; then nothing was
     */
    private boolean forward(Work work, List<String> to) throws IOException {
        String account = work.account();
        if (Onwards.wasSentBy(account, work.header())) {
            LOG.warn("a letter of {} came back in a circle, and is kept", account);
            return false;
        }
        List<Address> targets = to.stream().flatMap(one -> Address.parse(one).stream()).toList();
        sendOn(work, targets);
        return work.envelope().sender() != null;
    }

    private void sendOn(Work work, List<Address> targets) throws IOException {
        Address own = Address.parse(work.account()).orElseThrow();
        work.steps().write();
        outbox.put(
                new Outbox.Entry(
                        Onwards.byOwner(book.get(), work.envelope(), own, targets),
                        Onwards.marked(work.account(), work.letter()),
                        clock.instant(),
                        0),
                Duration.ZERO);
        targets.forEach(to -> work.steps().step(TraceStep.Kind.QUEUED, to.toString(), "", ""));
    }

    /**
     * Puts a letter that was sent from an account into its folder of sent ones, where the owner
     * wants that. The letter is on its way, so that a failure is only logged.
     */
    void keepSent(String account, Letter letter) {
        if (book.get().account(account).filter(Account::saveSent).isEmpty()) {
            return;
        }
        try {
            mailboxes.deliver(account, SentMark.PLACE, SentMark.on(letter));
        } catch (IOException | RuntimeException e) {
            LOG.warn("what {} has sent could not be kept", account, e);
        }
    }

    private void perform(Work work, List<Action> actions) throws IOException {
        boolean kept = false;
        for (Action action : actions) {
            if (action instanceof Action.Put put) {
                kept |= put(work, put, kept);
            }
        }
        for (Action action : actions) {
            if (action instanceof Action.Send(_, var address)) {
                kept |= send(work, address, kept);
            }
        }
        for (Action action : actions) {
            switch (action) {
                case Action.Tell tell -> tell(work, tell);
                case Action.Drop _ ->
                        work.steps().step(TraceStep.Kind.DISCARDED, work.account(), "", "");
                case Action.Put _, Action.Send _, Action.Refuse _ -> {
                    // done before
                }
            }
        }
    }

    /**
     * A folder that cannot be had must not cost the letter.
     *
     * @param kept whether the letter is safe already
     */
    private boolean put(Work work, Action.Put put, boolean kept) throws IOException {
        try {
            put(work, put);
            return true;
        } catch (MailboxFullException full) {
            if (!kept) {
                throw full;
            }
            LOG.info("a second copy has no room in the mailbox of {}", work.account());
        } catch (IOException | RuntimeException e) {
            LOG.error("a letter could not be put into a folder of {}", work.account(), e);
            if (!kept && put.folder().equals(INBOX)) {
                throw e;
            }
            if (!kept) {
                put(work, new Action.Put(0, INBOX, put.flags()));
                return true;
            }
        }
        return false;
    }

    private void put(Work work, Action.Put put) throws IOException {
        Letter own = Postmark.withReturnPath(work.envelope(), work.letter());
        mailboxes.deliver(work.account(), new Place(put.folder(), put.flags()), own);
        work.steps().step(TraceStep.Kind.DELIVERED, work.account(), put.folder(), "");
    }

    private boolean send(Work work, String to, boolean kept) throws IOException {
        Optional<Address> target = Address.parse(to);
        if (target.isEmpty() || Onwards.wasSentBy(work.account(), work.header())) {
            LOG.warn("a letter of {} goes in a circle or nowhere, and is kept", work.account());
            return !kept && put(work, new Action.Put(0, INBOX, Set.of()), false);
        }
        try {
            sendOn(work, List.of(target.get()));
            return true;
        } catch (IOException e) {
            if (!kept) {
                throw e;
            }
            LOG.error("a letter of {} could not be sent on; it is kept", work.account(), e);
            return false;
        }
    }

    private void tell(Work work, Action.Tell tell) {
        try {
            if (answering.answer(work.account(), tell.answer(), work.envelope(), work.header())) {
                work.steps().step(TraceStep.Kind.ANSWERED, work.account(), "", "");
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("nobody could be told that {} is away", work.account(), e);
        }
    }
}

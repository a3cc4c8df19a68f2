package org.mailstation.daemon.mail;

import java.util.List;
import java.util.function.Predicate;
import org.mailstation.config.Account;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.daemon.accounts.LastLogins;
import org.mailstation.daemon.delivery.OwnerPost;
import org.mailstation.daemon.trace.TraceBook;

/** Mail as somebody sees it who looks after the station. */
public final class MailHome {
    private static final long MEGABYTE = 1_000_000;

    private final JamesOutbox outbox;
    private final JamesMailboxes mailboxes;
    private final TraceBook traces;
    private final LastLogins logins;
    private final Runnable afresh;
    private final OwnerPost post;

    /**
     * @param afresh lets servers that did not answer have another chance at once
     */
    MailHome(
            JamesOutbox outbox,
            JamesMailboxes mailboxes,
            TraceBook traces,
            MailFigures figures,
            Runnable afresh,
            OwnerPost post) {
        this.outbox = outbox;
        this.mailboxes = mailboxes;
        this.traces = traces;
        this.logins = figures.logins().last();
        this.afresh = afresh;
        this.post = post;
    }

    /** Letters of the station to whoever looks after it. */
    public OwnerPost post() {
        return post;
    }

    /** Letters that wait, after doing what is wanted. */
    public WaitingLetters queue(QueueRequest request) {
        boolean found =
                switch (request.wanted()) {
                    case LIST -> true;
                    case TRY_NOW -> tryNow(request.id());
                    case GIVE_UP -> outbox.giveUp(request.id());
                };
        return new WaitingLetters(
                outbox.waiting(WaitingLetters.MOST, traces::lastTry), outbox.size(), found);
    }

    private boolean tryNow(String id) {
        afresh.run();
        if (!id.isEmpty()) {
            return outbox.tryNow(id);
        }
        boolean some = outbox.size() > 0;
        outbox.tryAllNow();
        return some;
    }

    /**
     * How full the mailboxes are.
     *
     * @param hasPassword whether somebody can sign in as this address
     */
    public Mailboxes mailboxes(List<Account> accounts, Predicate<String> hasPassword) {
        return new Mailboxes(
                accounts.stream()
                        .map(
                                one ->
                                        new Mailboxes.Mailbox(
                                                one.address(),
                                                one.name(),
                                                one.enabled(),
                                                mailboxes.usedBytes(one.address()),
                                                one.quotaMegabytes() * MEGABYTE,
                                                hasPassword.test(one.address()),
                                                logins.of(one.address())))
                        .toList());
    }
}

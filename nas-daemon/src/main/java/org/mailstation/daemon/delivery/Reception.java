package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationEvent;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.accounts.Resolution;
import org.mailstation.daemon.incoming.Ruling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a letter from a client and puts it where it belongs, all on the disk before the client is
 * told so: into mailboxes here, into the outbox for the rest. Nobody is asked to send it again once
 * a part of it has been stored, since that would store it twice.
 */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /** RFC 5321 6.3 asks for at least 100; what has passed fifty servers goes in a circle. */
    private static final int MOST_HOPS = 50;

    /**
     * Not for ever, since its owner can delete something (RFC 3463 3.3): the sender's server tries
     * again for some days.
     */
    public static final String FULL = "452 4.2.2 The mailbox is full, please try again later";

    static final String LATER = "452 4.3.1 The letter cannot be stored now, please try again later";

    static final String LOOP =
            "554 5.4.6 Routing loop: too many servers have passed this letter on";

    static final String NOT_YOURS = "550 5.7.1 The From address is not one of yours";

    private static final int LONGEST_REASON = 400;

    private static final byte[] NO_CHECKS = {};

    private final Postmark postmark;
    private final Supplier<AddressBook> book;
    private final Filing filing;
    private final Outbox outbox;
    private final LetterIds ids;
    private final Signing signing;
    private final Reports reports;
    private final Gate gate;
    private final Clock clock;
    private final Consumer<StationEvent> events;
    private final Journal journal;

    public Reception(
            Supplier<String> hostName,
            Supplier<AddressBook> book,
            Filing filing,
            Outbox outbox,
            LetterIds ids,
            Signing signing,
            Reports reports,
            Gate gate,
            Clock clock,
            Consumer<StationEvent> events,
            Journal journal) {
        this.postmark = new Postmark(hostName, clock);
        this.book = book;
        this.filing = filing;
        this.outbox = outbox;
        this.ids = ids;
        this.signing = signing;
        this.reports = reports;
        this.gate = gate;
        this.clock = clock;
        this.events = events;
        this.journal = journal;
    }

    /** Takes a letter, or says why not. Blocks until it is on the disk. */
    public Verdict accept(Envelope envelope, Origin origin, Letter raw) throws IOException {
        Header header = Header.of(raw);
        String id = ids.next();
        Entry entry = new Entry(envelope, origin, header, raw.size(), id);
        String account = origin.account();
        if (header.count("Received") > MOST_HOPS) {
            return refused(chronicle(entry, NO_CHECKS), LOOP);
        }
        if (account != null && !mayWriteAs(account, header)) {
            return refused(chronicle(entry, NO_CHECKS), NOT_YOURS);
        }
        Gate gateOfAll = account == null ? gate : Gate.OPEN;
        Gate.Look look = gateOfAll.look(envelope, origin, raw, header);
        Chronicle chronicle = chronicle(entry, look.results());
        if (look.ruling() instanceof Ruling.Refuse(var reply)) {
            return refused(chronicle, reply);
        }
        Letter letter = postmark.on(entry, raw, look);
        Folder folder = look.ruling() instanceof Ruling.Junk ? Folder.JUNK : Folder.INBOX;
        events.accept(
                new StationEvent.LetterCame(
                        clock.instant(),
                        envelope.senderText(),
                        entry.recipients(),
                        entry.messageId()));
        try {
            // only what was written here: whoever forges one of our addresses gets no proof for it
            Signing leaving = account == null ? forwarded -> forwarded : signing;
            Judged judged = new Judged(letter, folder);
            Destinations to = Destinations.of(book.get(), envelope);
            List<Address> stored = new ArrayList<>();
            String reply = deliver(envelope, judged, leaving, to, stored, chronicle);
            if (reply != null) {
                return refused(chronicle, reply);
            }
            if (account != null) {
                filing.keepSent(account, letter);
            }
            if (look.senderProven() && folder != Folder.JUNK) {
                Outbox.Entry about = new Outbox.Entry(to.here(), letter, clock.instant(), 0);
                acknowledge(about, envelope, header, to, stored);
            }
            return new Verdict.Accepted(id);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.error("letter {} could not be stored", id, e);
            return refused(chronicle, LATER);
        } finally {
            chronicle.write();
        }
    }

    private Chronicle chronicle(Entry entry, byte[] results) {
        return new Chronicle(journal, entry, results, clock);
    }

    private Verdict refused(Chronicle chronicle, String reply) {
        chronicle.step(TraceStep.Kind.REFUSED, "", "", reply);
        chronicle.write();
        Entry entry = chronicle.entry();
        events.accept(
                new StationEvent.LetterRefused(
                        clock.instant(),
                        entry.envelope().senderText(),
                        entry.recipients(),
                        reply,
                        entry.messageId()));
        return new Verdict.Refused(reply);
    }

    /**
     * Whether at least one of the mailboxes behind an address at the station may take this many
     * bytes more. If one of several is full, the letter for it waits in the outbox.
     */
    public boolean hasRoomFor(Address recipient, long octets) {
        return !(book.get().resolve(recipient) instanceof Resolution.Found found)
                || !found.elsewhere().isEmpty()
                || found.mailboxes().stream()
                        .anyMatch(mailbox -> filing.hasRoomFor(mailbox, octets));
    }

    /** A letter with the folder that it belongs into. */
    private record Judged(Letter letter, Folder folder) {}

    /**
     * All of a letter, or nothing of it.
     *
     * @param stored filled with the mailboxes that have it now
     * @return what the sender is told if nothing was stored; {@code null}: it was
     */
    private @Nullable String deliver(
            Envelope envelope,
            Judged judged,
            Signing leaving,
            Destinations targets,
            List<Address> stored,
            Chronicle chronicle)
            throws IOException {
        boolean goesOn = !targets.elsewhere().recipients().isEmpty();
        if (goesOn) {
            put(targets.elsewhere(), leaving.signed(judged.letter()), Duration.ZERO, chronicle);
        }
        Map<String, String> refusals = new LinkedHashMap<>();
        List<Address> failed = new ArrayList<>();
        boolean onlyFull = true;
        for (String mailbox : targets.mailboxes()) {
            try {
                String reason = file(mailbox, envelope, judged, chronicle, true);
                if (reason != null) {
                    refusals.put(mailbox, reason);
                }
            } catch (MailboxFullException e) {
                LOG.info("{}", e.getMessage());
                Address.parse(mailbox).ifPresent(failed::add);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                onlyFull = false;
                LOG.error("a letter could not be put into {}", mailbox, e);
                Address.parse(mailbox).ifPresent(failed::add);
            }
        }
        int others = targets.mailboxes().size() - failed.size() - refusals.size();
        if (!goesOn && others == 0 && failed.isEmpty() && !refusals.isEmpty()) {
            return "550 5.7.1 " + printable(refusals.values().iterator().next());
        }
        if (!goesOn && others == 0 && refusals.isEmpty() && !failed.isEmpty()) {
            return onlyFull ? FULL : LATER;
        }
        for (String mailbox : refusals.keySet()) {
            // others have it, or it is tried again for them
            String _ = file(mailbox, envelope, judged, chronicle, false);
        }
        if (!failed.isEmpty()) {
            Letter again = leaving.signed(judged.letter());
            put(targets.here().to(failed), again, Duration.ofMinutes(1), chronicle);
        }
        stored.addAll(targets.here().recipients());
        stored.removeAll(failed);
        return null;
    }

    /** Who asked for it is told at once; the letter is safe, whatever becomes of that. */
    private void acknowledge(
            Outbox.Entry here,
            Envelope asked,
            Header header,
            Destinations to,
            List<Address> stored) {
        Outbox.Entry all = new Outbox.Entry(asked, here.letter(), here.accepted(), 0);
        try {
            tell(reports.of(ReportKind.DELIVERED, here, header, arrived(stored)));
            tell(reports.of(ReportKind.EXPANDED, all, header, arrived(to.expanded())));
            tell(reports.of(ReportKind.RELAYED, all, header, arrived(to.handedOn())));
        } catch (IOException | RuntimeException e) {
            LOG.error("{} could not be told that a letter arrived", asked.senderText(), e);
        }
    }

    private static Map<Address, Outcome> arrived(List<Address> recipients) {
        Map<Address, Outcome> outcomes = new LinkedHashMap<>();
        recipients.forEach(recipient -> outcomes.put(recipient, Outcome.Arrived.HERE));
        return outcomes;
    }

    private void tell(Optional<Outbox.Entry> report) throws IOException {
        if (report.isPresent()) {
            outbox.put(report.get(), Duration.ZERO);
        }
    }

    /**
     * @return why the owner of the account does not want it; {@code null}: it is there
     */
    private @Nullable String file(
            String mailbox,
            Envelope envelope,
            Judged judged,
            Chronicle chronicle,
            boolean mayRefuse)
            throws IOException {
        Judged own = judgedBy(mailbox, judged, chronicle.entry());
        Filing.Work work =
                new Filing.Work(mailbox, envelope, own.letter(), own.folder(), chronicle);
        return switch (filing.file(work, mayRefuse)) {
            case Filed.Unwanted(var reason) -> reason;
            case Filed.Done _ -> {
                events.accept(
                        new StationEvent.LetterDelivered(
                                clock.instant(),
                                mailbox,
                                envelope.senderText(),
                                chronicle.entry().messageId()));
                yield null;
            }
        };
    }

    /** A reason as it may stand in a reply of one line (RFC 5321 4.2). */
    private static String printable(String reason) {
        String line = reason.replaceAll("[^\\x21-\\x7e]+", " ").strip();
        String shown = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
        return shown.isEmpty() ? "The recipient does not want this letter" : shown;
    }

    /** What one person taught the station concerns that person's copy only. */
    private Judged judgedBy(String mailbox, Judged all, Entry entry) {
        boolean stranger = entry.origin().account() == null;
        return stranger && all.folder() == Folder.INBOX && gate.isJunkTo(mailbox, all.letter())
                ? new Judged(all.letter().withHead(JunkMark.field("learnt"), 0), Folder.JUNK)
                : all;
    }

    /** Its way goes on in the outbox, perhaps at once. */
    private void put(Envelope envelope, Letter letter, Duration delay, Chronicle chronicle)
            throws IOException {
        chronicle.write();
        outbox.put(new Outbox.Entry(envelope, letter, clock.instant(), 0), delay);
        envelope.recipients()
                .forEach(to -> chronicle.step(TraceStep.Kind.QUEUED, to.toString(), "", ""));
    }

    /** Every From address must be the person's own (RFC 6409 6.1). */
    private boolean mayWriteAs(String account, Header header) {
        List<String> from = header.all("From");
        if (from.size() != 1) {
            return false;
        }
        List<Address> authors = FromField.addresses(from.getFirst());
        AddressBook now = book.get();
        return !authors.isEmpty()
                && authors.stream().allMatch(author -> now.mayWriteAs(account, author));
    }
}

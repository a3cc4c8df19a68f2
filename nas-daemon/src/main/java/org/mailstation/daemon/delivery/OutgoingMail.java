package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.control.StationEvent;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.accounts.Resolution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one letter of the outbox: sends it, and says who is to be tried again and what else
 * comes of it, such as a report to its sender; each recipient for itself.
 */
public final class OutgoingMail implements Function<Outbox.Entry, Outbox.Rest> {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingMail.class);

    private final Supplier<StationConfig> config;
    private final Supplier<AddressBook> book;
    private final Filing filing;
    private final Reports reports;
    private final Clock clock;
    private final Consumer<StationEvent> events;
    private final Journal journal;
    private final RetrySchedule schedule;
    private final Outwards outwards;

    public OutgoingMail(
            Supplier<StationConfig> config,
            Supplier<AddressBook> book,
            Filing filing,
            Reports reports,
            Clock clock,
            Consumer<StationEvent> events,
            Journal journal,
            Outwards outwards) {
        this.config = config;
        this.book = book;
        this.filing = filing;
        this.reports = reports;
        this.clock = clock;
        this.events = events;
        this.journal = journal;
        this.schedule = outwards.schedule();
        this.outwards = outwards;
    }

    /** After a change of the settings, servers that did not answer get another chance at once. */
    public void startAfresh() {
        outwards.startAfresh();
    }

    /** What the relay did with the last letter; {@code null}: none since the last change. */
    public @Nullable RelaySeen relaySeen() {
        return outwards.relaySeen();
    }

    /**
     * What the tries have come to so far.
     *
     * @param wishes of the sender, for those who have an outcome
     */
    private record Tried(
            Map<Address, Outcome> outcomes, Map<Address, Wish> wishes, List<Outbox.Entry> further) {
        Tried() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        }

        /** The letter, for all who have an outcome. */
        Outbox.Entry about(Outbox.Entry entry) {
            Envelope all = entry.envelope();
            List<Address> tried = List.copyOf(outcomes.keySet());
            return entry.with(new Envelope(all.sender(), tried, all.wishes().with(wishes)));
        }
    }

    /**
     * @throws UncheckedIOException if the letter cannot be read; then nothing was sent
     */
    @Override
    public Outbox.Rest apply(Outbox.Entry entry) {
        Header header = header(entry);
        String messageId = header.first("Message-ID").orElse("");
        Tried tried = tryAll(entry, header, step -> journal.step(messageId, step));
        Map<Address, Outcome.Failed> failed = new LinkedHashMap<>();
        Map<Address, Outcome.NotNow> waiting = new LinkedHashMap<>();
        Duration age = Duration.between(entry.accepted(), clock.instant());
        boolean tooOld = schedule.isOver(age, entry.tries() + 1);
        tried.outcomes()
                .forEach(
                        (recipient, outcome) -> {
                            switch (outcome) {
                                case Outcome.Arrived arrived ->
                                        tellArrival(recipient, arrived, entry, messageId);
                                case Outcome.Failed failure -> failed.put(recipient, failure);
                                case Outcome.NotNow later when tooOld ->
                                        failed.put(
                                                recipient,
                                                new Outcome.Failed(later.reply(), later.server()));
                                case Outcome.NotNow later -> waiting.put(recipient, later);
                            }
                        });
        Outbox.Entry about = tried.about(entry);
        if (!failed.isEmpty()) {
            giveBack(about, header, failed, tried.further());
        }
        tellSuccess(about, header, tried);
        Duration pause = schedule.pauseAfter(entry.tries() + 1);
        tellDelay(waiting, pause, messageId);
        boolean warned = entry.warned() || warn(about, header, waiting, tried.further());
        Envelope rest = about.envelope().to(List.copyOf(waiting.keySet()));
        return new Outbox.Rest(rest, pause, tried.further(), warned);
    }

    /**
     * Sends it to nobody any more, but back to its sender.
     *
     * @throws UncheckedIOException if the letter cannot be read; then nothing was done
     */
    public Outbox.Rest giveUp(Outbox.Entry entry) {
        Map<Address, Outcome.Failed> failed = new LinkedHashMap<>();
        entry.envelope()
                .recipients()
                .forEach(to -> failed.put(to, new Outcome.Failed(GivenUp.REPLY, "")));
        List<Outbox.Entry> further = new ArrayList<>();
        giveBack(entry, header(entry), failed, further);
        Envelope nobody = entry.envelope().to(List.of());
        return new Outbox.Rest(nobody, Duration.ZERO, further, entry.warned());
    }

    private static Header header(Outbox.Entry entry) {
        try {
            return Header.of(entry.letter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of those whom no other server tells of. */
    private void tellSuccess(Outbox.Entry about, Header header, Tried tried) {
        Map<Address, Outcome> here = new LinkedHashMap<>();
        Map<Address, Outcome> relayed = new LinkedHashMap<>();
        tried.outcomes()
                .forEach(
                        (recipient, outcome) -> {
                            if (outcome instanceof Outcome.Arrived(var server, _, var willTell)
                                    && !willTell) {
                                (server.isEmpty() ? here : relayed).put(recipient, outcome);
                            }
                        });
        report(ReportKind.DELIVERED, about, header, here, tried.further());
        report(ReportKind.RELAYED, about, header, relayed, tried.further());
    }

    private void tellArrival(
            Address recipient, Outcome.Arrived arrived, Outbox.Entry entry, String messageId) {
        Instant now = clock.instant();
        boolean here = arrived.server().isEmpty();
        if (!here) {
            journal.step(
                    messageId,
                    new TraceStep(
                            now,
                            TraceStep.Kind.SENT,
                            recipient.toString(),
                            arrived.server(),
                            arrived.protection().name()));
        }
        events.accept(
                here
                        ? new StationEvent.LetterDelivered(
                                now, recipient.toString(), entry.envelope().senderText(), messageId)
                        : new StationEvent.LetterSent(
                                now, recipient.toString(), arrived.server(), messageId));
    }

    private Tried tryAll(Outbox.Entry entry, Header header, Consumer<TraceStep> note) {
        Tried tried = new Tried();
        Map<String, List<Address>> byDomain =
                entry.envelope().recipients().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Address::domain, LinkedHashMap::new, Collectors.toList()));
        byDomain.forEach(
                (domain, recipients) -> {
                    Envelope part = entry.envelope().to(recipients);
                    if (book.get().isOurs(domain)) {
                        recipients.forEach(recipient -> inside(recipient, entry, header, tried));
                    } else {
                        tried.wishes().putAll(part.wishes().of());
                        tried.outcomes().putAll(outwards.send(domain, part, entry.letter(), note));
                    }
                });
        return tried;
    }

    private void inside(Address recipient, Outbox.Entry entry, Header header, Tried tried) {
        Outbox.Entry own = entry.with(entry.envelope().to(List.of(recipient)));
        switch (book.get().resolve(recipient)) {
            case Resolution.Found found -> follow(recipient, found, own, header, tried);
            case Resolution.Nobody _, Resolution.Foreign _ ->
                    refuse(recipient, own, "5.1.1 Nobody here has this address", tried);
            case Resolution.Closed _ ->
                    refuse(recipient, own, "5.2.1 This mailbox takes no letters", tried);
        }
    }

    private static void refuse(Address recipient, Outbox.Entry own, String why, Tried tried) {
        tried.wishes().putAll(own.envelope().wishes().of());
        tried.outcomes().put(recipient, new Outcome.Failed(new SmtpReply(550, why), ""));
    }

    private void follow(
            Address recipient,
            Resolution.Found found,
            Outbox.Entry entry,
            Header header,
            Tried tried) {
        Destinations to = Destinations.of(book.get(), entry.envelope());
        to.here()
                .wishes()
                .of()
                .forEach((mailbox, wish) -> tried.wishes().merge(mailbox, wish, Wish::and));
        for (String mailbox : found.mailboxes()) {
            // each for itself: only those that failed are tried again
            tried.outcomes()
                    .put(
                            Address.parse(mailbox).orElse(recipient),
                            store(mailbox, recipient, entry));
        }
        if (!to.elsewhere().recipients().isEmpty()) {
            tried.further()
                    .add(new Outbox.Entry(to.elsewhere(), entry.letter(), clock.instant(), 0));
        }
        Map<Address, Outcome> done = Map.of(recipient, Outcome.Arrived.HERE);
        if (to.expanded().contains(recipient)) {
            report(ReportKind.EXPANDED, entry, header, done, tried.further());
        } else if (to.handedOn().contains(recipient)) {
            report(ReportKind.RELAYED, entry, header, done, tried.further());
        }
    }

    private Outcome store(String mailbox, Address recipient, Outbox.Entry entry) {
        try {
            Header header = Header.of(entry.letter());
            Envelope own = entry.envelope().to(List.of(recipient));
            String messageId = header.first("Message-ID").orElse("");
            Filed _ =
                    filing.file(
                            new Filing.Work(
                                    mailbox,
                                    own,
                                    entry.letter(),
                                    JunkMark.folder(header),
                                    Steps.at(journal, messageId, clock)),
                            false);
            return Outcome.Arrived.HERE;
        } catch (MailboxFullException e) {
            return new Outcome.NotNow(new SmtpReply(452, "4.2.2 The mailbox is full"), "");
        } catch (IOException e) {
            LOG.error("a letter could not be put into a mailbox", e);
            return new Outcome.NotNow(
                    new SmtpReply(452, "4.3.1 The letter cannot be stored now"), "");
        }
    }

    private void tellDelay(Map<Address, Outcome.NotNow> waiting, Duration pause, String messageId) {
        Instant now = clock.instant();
        waiting.forEach(
                (recipient, why) ->
                        events.accept(
                                new StationEvent.LetterDelayed(
                                        now,
                                        recipient.toString(),
                                        why.server(),
                                        why.reply().toString(),
                                        now.plus(pause),
                                        messageId)));
    }

    /** Tells the sender that nothing is lost yet; whether it was time for that. */
    private boolean warn(
            Outbox.Entry entry,
            Header header,
            Map<Address, Outcome.NotNow> waiting,
            List<Outbox.Entry> further) {
        Instant now = clock.instant();
        if (waiting.isEmpty() || now.isBefore(entry.accepted().plus(schedule.warnAfter()))) {
            return false;
        }
        report(ReportKind.DELAYED, entry, header, waiting, further);
        return true;
    }

    private void report(
            ReportKind kind,
            Outbox.Entry about,
            Header header,
            Map<Address, ? extends Outcome> outcomes,
            List<Outbox.Entry> further) {
        reports.of(kind, about, header, outcomes).ifPresent(further::add);
    }

    /**
     * Tells the sender, once; a report that cannot be delivered is not reported (RFC 5321 4.5.5).
     */
    private void giveBack(
            Outbox.Entry entry,
            Header header,
            Map<Address, Outcome.Failed> failed,
            List<Outbox.Entry> further) {
        Instant now = clock.instant();
        String messageId = header.first("Message-ID").orElse("");
        failed.forEach(
                (recipient, why) ->
                        events.accept(
                                new StationEvent.LetterReturned(
                                        now,
                                        recipient.toString(),
                                        why.server(),
                                        why.reply().toString(),
                                        messageId)));
        if (entry.envelope().sender() == null) {
            LOG.warn("a report could not be delivered and is dropped: {}", failed.keySet());
        }
        report(ReportKind.FAILED, entry, header, failed, further);
    }
}

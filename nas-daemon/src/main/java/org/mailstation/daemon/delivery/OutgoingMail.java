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
import org.mailstation.daemon.assurance.Protection;
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
    private final LetterIds ids;
    private final Signing signing;
    private final Clock clock;
    private final Consumer<StationEvent> events;
    private final Journal journal;
    private final RetrySchedule schedule;
    private final Outwards outwards;

    public OutgoingMail(
            Supplier<StationConfig> config,
            Supplier<AddressBook> book,
            Filing filing,
            LetterIds ids,
            Signing signing,
            Clock clock,
            Consumer<StationEvent> events,
            Journal journal,
            Outwards outwards) {
        this.config = config;
        this.book = book;
        this.filing = filing;
        this.ids = ids;
        this.signing = signing;
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

    /** What the tries have come to so far. */
    private record Tried(Map<Address, Outcome> outcomes, List<Outbox.Entry> further) {
        Tried() {
            this(new LinkedHashMap<>(), new ArrayList<>());
        }
    }

    /**
     * @throws UncheckedIOException if the letter cannot be read; then nothing was sent
     */
    @Override
    public Outbox.Rest apply(Outbox.Entry entry) {
        Header header;
        try {
            header = Header.of(entry.letter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String messageId = header.first("Message-ID").orElse("");
        Tried tried = tryAll(entry, step -> journal.step(messageId, step));
        Map<Address, Outcome.Failed> failed = new LinkedHashMap<>();
        Map<Address, Outcome.NotNow> waiting = new LinkedHashMap<>();
        boolean tooOld = clock.instant().isAfter(entry.accepted().plus(schedule.giveUpAfter()));
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
        if (!failed.isEmpty()) {
            giveBack(entry, header, failed, tried.further());
        }
        Duration pause = schedule.pauseAfter(entry.tries() + 1);
        tellDelay(waiting, pause, messageId);
        boolean warned = entry.warned() || warn(entry, header, waiting, tried.further());
        return new Outbox.Rest(List.copyOf(waiting.keySet()), pause, tried.further(), warned);
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

    private Tried tryAll(Outbox.Entry entry, Consumer<TraceStep> note) {
        Tried tried = new Tried();
        Map<String, List<Address>> byDomain =
                entry.envelope().recipients().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Address::domain, LinkedHashMap::new, Collectors.toList()));
        byDomain.forEach(
                (domain, recipients) -> {
                    if (book.get().isOurs(domain)) {
                        recipients.forEach(recipient -> inside(recipient, entry, tried));
                    } else {
                        Envelope part = new Envelope(entry.envelope().sender(), recipients);
                        tried.outcomes().putAll(outwards.send(domain, part, entry.letter(), note));
                    }
                });
        return tried;
    }

    private void inside(Address recipient, Outbox.Entry entry, Tried tried) {
        switch (book.get().resolve(recipient)) {
            case Resolution.Found found -> {
                for (String mailbox : found.mailboxes()) {
                    // each for itself: only those that failed are tried again
                    tried.outcomes()
                            .put(
                                    Address.parse(mailbox).orElse(recipient),
                                    store(mailbox, recipient, entry));
                }
                if (!found.elsewhere().isEmpty()) {
                    Envelope own = new Envelope(entry.envelope().sender(), List.of(recipient));
                    Envelope onwards =
                            new Envelope(
                                    Onwards.senderByAlias(book.get(), own),
                                    List.copyOf(found.elsewhere()));
                    tried.further()
                            .add(new Outbox.Entry(onwards, entry.letter(), clock.instant(), 0));
                }
            }
            case Resolution.Nobody _, Resolution.Foreign _ ->
                    tried.outcomes()
                            .put(
                                    recipient,
                                    new Outcome.Failed(
                                            new SmtpReply(
                                                    550, "5.1.1 Nobody here has this address"),
                                            ""));
        }
    }

    private Outcome store(String mailbox, Address recipient, Outbox.Entry entry) {
        try {
            Header header = Header.of(entry.letter());
            Envelope own = new Envelope(entry.envelope().sender(), List.of(recipient));
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
            return new Outcome.Arrived("", Protection.CLEAR);
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
        report(Bounce.DELAYED, entry, header, waiting, further);
        return true;
    }

    /** To nobody, if the letter was a report itself (RFC 5321 4.5.5). */
    private void report(
            Bounce kind,
            Outbox.Entry entry,
            Header header,
            Map<Address, ? extends Outcome> reasons,
            List<Outbox.Entry> further) {
        Address sender = entry.envelope().sender();
        if (sender == null) {
            return;
        }
        Instant now = clock.instant();
        Letter report =
                kind.of(entry, header, sender, reasons, config.get().hostName(), ids.next(), now);
        further.add(
                new Outbox.Entry(
                        new Envelope(null, List.of(sender)), signing.signed(report), now, 0));
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
                                        why.reply().toString(),
                                        messageId)));
        if (entry.envelope().sender() == null) {
            LOG.warn("a report could not be delivered and is dropped: {}", failed.keySet());
        }
        report(Bounce.FAILED, entry, header, failed, further);
    }
}

package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.accounts.Resolution;
import org.mailstation.daemon.accounts.SecretSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one letter of the outbox: sends it, keeps it for later, or returns it to its sender,
 * each recipient for itself.
 */
public final class OutgoingMail implements Consumer<Outbox.Entry> {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingMail.class);

    private final Supplier<StationConfig> config;
    private final Supplier<AddressBook> book;
    private final Mailboxes mailboxes;
    private final Outbox outbox;
    private final LetterIds ids;
    private final Signing signing;
    private final Clock clock;
    private final Consumer<StationEvent> events;
    private final RetrySchedule schedule;
    private final Outwards outwards;

    public OutgoingMail(
            Supplier<StationConfig> config,
            Supplier<AddressBook> book,
            Mailboxes mailboxes,
            Outbox outbox,
            LetterIds ids,
            Signing signing,
            Clock clock,
            SecretSource secrets,
            Consumer<StationEvent> events,
            Outside outside) {
        this.config = config;
        this.book = book;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.ids = ids;
        this.signing = signing;
        this.clock = clock;
        this.events = events;
        this.schedule = outside.schedule();
        this.outwards = new Outwards(config, secrets, outside, clock);
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
     * @throws UncheckedIOException if what is still to do cannot be kept; the letter must then stay
     *     where it is
     */
    @Override
    public void accept(Outbox.Entry entry) {
        try {
            Map<Address, Outcome> outcomes = tryAll(entry);
            String messageId = Header.of(entry.letter()).first("Message-ID").orElse("");
            Map<Address, Outcome.Failed> failed = new LinkedHashMap<>();
            Map<Address, Outcome.NotNow> waiting = new LinkedHashMap<>();
            boolean tooOld = clock.instant().isAfter(entry.accepted().plus(schedule.giveUpAfter()));
            outcomes.forEach(
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
                giveBack(entry, failed, messageId);
            }
            if (!waiting.isEmpty()) {
                keep(entry, waiting, messageId);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellArrival(
            Address recipient, Outcome.Arrived arrived, Outbox.Entry entry, String messageId) {
        Instant now = clock.instant();
        events.accept(
                arrived.server().isEmpty()
                        ? new StationEvent.LetterDelivered(
                                now, recipient.toString(), entry.envelope().senderText(), messageId)
                        : new StationEvent.LetterSent(
                                now, recipient.toString(), arrived.server(), messageId));
    }

    private Map<Address, Outcome> tryAll(Outbox.Entry entry) {
        Map<Address, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, List<Address>> byDomain =
                entry.envelope().recipients().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Address::domain, LinkedHashMap::new, Collectors.toList()));
        byDomain.forEach(
                (domain, recipients) -> {
                    if (book.get().isOurs(domain)) {
                        recipients.forEach(
                                recipient -> outcomes.put(recipient, inside(recipient, entry)));
                    } else {
                        Envelope part = new Envelope(entry.envelope().sender(), recipients);
                        outcomes.putAll(outwards.send(domain, part, entry.letter()));
                    }
                });
        return outcomes;
    }

    private Outcome inside(Address recipient, Outbox.Entry entry) {
        return switch (book.get().resolve(recipient)) {
            case Resolution.Found found -> store(found, entry);
            case Resolution.Nobody _, Resolution.Foreign _ ->
                    new Outcome.Failed(
                            new SmtpReply(550, "5.1.1 Nobody here has this address"), "");
        };
    }

    private Outcome store(Resolution.Found found, Outbox.Entry entry) {
        try {
            for (String mailbox : found.mailboxes()) {
                mailboxes.deliver(
                        mailbox, Reception.withReturnPath(entry.envelope(), entry.letter()));
            }
            if (!found.elsewhere().isEmpty()) {
                Envelope onwards =
                        new Envelope(entry.envelope().sender(), List.copyOf(found.elsewhere()));
                outbox.put(
                        new Outbox.Entry(onwards, entry.letter(), clock.instant(), 0),
                        Duration.ZERO);
            }
            return new Outcome.Arrived("");
        } catch (MailboxFullException e) {
            return new Outcome.NotNow(new SmtpReply(452, "4.2.2 The mailbox is full"), "");
        } catch (IOException e) {
            LOG.error("a letter could not be put into a mailbox", e);
            return new Outcome.NotNow(
                    new SmtpReply(452, "4.3.1 The letter cannot be stored now"), "");
        }
    }

    private void keep(Outbox.Entry entry, Map<Address, Outcome.NotNow> waiting, String messageId)
            throws IOException {
        int tries = entry.tries() + 1;
        Duration pause = schedule.pauseAfter(tries);
        Envelope rest = new Envelope(entry.envelope().sender(), List.copyOf(waiting.keySet()));
        outbox.put(new Outbox.Entry(rest, entry.letter(), entry.accepted(), tries), pause);
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

    /**
     * Tells the sender, once; a report that cannot be delivered is not reported (RFC 5321 4.5.5).
     */
    private void giveBack(Outbox.Entry entry, Map<Address, Outcome.Failed> failed, String messageId)
            throws IOException {
        Instant now = clock.instant();
        failed.forEach(
                (recipient, why) ->
                        events.accept(
                                new StationEvent.LetterReturned(
                                        now,
                                        recipient.toString(),
                                        why.reply().toString(),
                                        messageId)));
        Address sender = entry.envelope().sender();
        if (sender == null) {
            LOG.warn("a report could not be delivered and is dropped: {}", failed.keySet());
            return;
        }
        Letter report = Bounce.of(entry, sender, failed, config.get().hostName(), ids.next(), now);
        Envelope envelope = new Envelope(null, List.of(sender));
        outbox.put(new Outbox.Entry(envelope, signing.signed(report), now, 0), Duration.ZERO);
    }
}

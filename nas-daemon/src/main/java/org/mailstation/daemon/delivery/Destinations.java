package org.mailstation.daemon.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.accounts.Resolution;

/**
 * Where a letter goes once aliases are followed, and what its sender wants to be told of each place
 * (RFC 3461 5.2.7).
 *
 * @param mailboxes account addresses here
 * @param here the same as an envelope
 * @param elsewhere for everything that leaves; perhaps with a sender of ours, who wishes nothing
 * @param expanded recipients of whom success is to be told, and who are several places
 * @param handedOn recipients of whom success is to be told, and whose letter goes on as ours
 */
record Destinations(
        Set<String> mailboxes,
        Envelope here,
        Envelope elsewhere,
        List<Address> expanded,
        List<Address> handedOn) {

    static Destinations of(AddressBook book, Envelope envelope) {
        Address sender = Onwards.senderByAlias(book, envelope);
        Finding found = new Finding(Objects.equals(sender, envelope.sender()));
        for (Address recipient : envelope.recipients()) {
            Wish wish = envelope.wishes().of(recipient);
            switch (book.resolve(recipient)) {
                case Resolution.Found places -> found.follow(recipient, places, wish);
                // an address that was removed or closed since RCPT goes through the outbox, which
                // returns the letter properly
                case Resolution.Nobody _, Resolution.Foreign _, Resolution.Closed _ ->
                        found.away(recipient, wish);
            }
        }
        Wishes kept = found.kept ? envelope.wishes() : Wishes.NONE;
        return new Destinations(
                found.mailboxes,
                new Envelope(
                        envelope.sender(),
                        List.copyOf(found.here.keySet()),
                        envelope.wishes().with(found.here)),
                new Envelope(sender, List.copyOf(found.away.keySet()), kept.with(found.away)),
                found.expanded,
                found.handedOn);
    }

    private static final class Finding {
        /** Whether what goes on has its sender still. */
        private final boolean kept;

        private final Set<String> mailboxes = new LinkedHashSet<>();
        private final Map<Address, Wish> here = new LinkedHashMap<>();
        private final Map<Address, Wish> away = new LinkedHashMap<>();
        private final List<Address> expanded = new ArrayList<>();
        private final List<Address> handedOn = new ArrayList<>();

        Finding(boolean kept) {
            this.kept = kept;
        }

        void away(Address to, Wish wish) {
            away.merge(to, kept ? wish : Wish.NONE, Wish::and);
        }

        void follow(Address recipient, Resolution.Found places, Wish wish) {
            boolean several = places.mailboxes().size() + places.elsewhere().size() > 1;
            if (wish.wants(Wish.Notice.SUCCESS)) {
                if (several) {
                    expanded.add(recipient);
                } else if (!places.elsewhere().isEmpty() && !kept) {
                    handedOn.add(recipient);
                }
            }
            // one report tells of success for all of them
            Wish each = several ? wish.withoutSuccess() : wish;
            mailboxes.addAll(places.mailboxes());
            for (String mailbox : places.mailboxes()) {
                Address.parse(mailbox)
                        .ifPresent(to -> here.merge(to, each.passedOn(recipient, to), Wish::and));
            }
            for (Address to : places.elsewhere()) {
                away(to, each.passedOn(recipient, to));
            }
        }
    }
}

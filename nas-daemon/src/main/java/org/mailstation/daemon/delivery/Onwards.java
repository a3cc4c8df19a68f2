package org.mailstation.daemon.delivery;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;

/**
 * Letters of others that go on from here. They leave with an envelope sender of ours: the next
 * server asks our domain whether this address may send for it (SPF), and what cannot be delivered
 * comes back to whoever set the forwarding up, not to an author who may be forged.
 */
final class Onwards {
    private static final String MARK = "X-Mail-Station-Forwarded";

    private Onwards() {}

    /**
     * @param own address that the letter was forwarded by
     * @return {@code null} for a report, which must not cause another
     */
    static @Nullable Address sender(AddressBook book, Envelope envelope, Address own) {
        Address sender = envelope.sender();
        return sender == null || book.isOurs(sender.domain()) ? sender : own;
    }

    /** By an address that leads elsewhere: reports go to the postmaster of its domain. */
    static @Nullable Address senderByAlias(AddressBook book, Envelope envelope) {
        Address recipient = envelope.recipients().getFirst();
        return sender(book, envelope, new Address("postmaster", recipient.domain()));
    }

    /** By the owner of an account here: that it arrived there is success enough. */
    static Envelope byOwner(
            AddressBook book, Envelope envelope, Address own, List<Address> targets) {
        Address sender = sender(book, envelope, own);
        if (!Objects.equals(sender, envelope.sender())) {
            return new Envelope(sender, targets);
        }
        Wish wish =
                envelope.recipients().stream()
                        .map(envelope.wishes()::of)
                        .reduce(Wish::and)
                        .orElse(Wish.NONE)
                        .withoutSuccess();
        Map<Address, Wish> each = new LinkedHashMap<>();
        targets.forEach(to -> each.put(to, wish.passedOn(own, to)));
        return new Envelope(sender, targets, envelope.wishes().with(each));
    }

    /** Whether this account has sent this letter on before. */
    static boolean wasSentBy(String account, Header header) {
        return header.all(MARK).stream().anyMatch(account::equalsIgnoreCase);
    }

    static Letter marked(String account, Letter letter) {
        String field = MARK + ": " + account + "\r\n";
        return letter.withHead(field.getBytes(StandardCharsets.US_ASCII), 0);
    }
}

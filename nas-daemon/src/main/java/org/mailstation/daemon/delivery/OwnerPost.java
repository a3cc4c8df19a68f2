package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;

/**
 * Letters in which the station tells whoever looks after it; that need not be one of its people.
 */
public final class OwnerPost {
    private final Mailboxes mailboxes;
    private final Outbox outbox;
    private final Supplier<AddressBook> book;
    private final Supplier<String> hostName;
    private final Signing signing;
    private final LetterIds ids;
    private final Clock clock;

    public OwnerPost(
            Mailboxes mailboxes,
            Outbox outbox,
            Supplier<AddressBook> book,
            Supplier<String> hostName,
            Signing signing,
            LetterIds ids,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.book = book;
        this.hostName = hostName;
        this.signing = signing;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Into the mailbox, if it is here, or on its way.
     *
     * @throws IOException if it is in neither
     */
    public void write(String address, String subject, String text) throws IOException {
        Instant now = clock.instant();
        String host = hostName.get();
        Letter letter =
                PlainLetter.of(
                        "Mail Station <MAILER-DAEMON@" + host + ">",
                        address,
                        subject,
                        ids.next() + "@" + host,
                        now,
                        Map.of("Auto-Submitted", "auto-generated"),
                        text);
        if (book.get().account(address).isPresent()) {
            mailboxes.deliver(address, new Place(Folder.INBOX.mailbox(), Set.of()), letter);
            return;
        }
        // without a sender: nobody waits for an answer to it (RFC 3834 3.3)
        Address owner =
                Address.parse(address).orElseThrow(() -> new IOException("no address: " + address));
        Envelope envelope = new Envelope(null, List.of(owner));
        outbox.put(new Outbox.Entry(envelope, signing.signed(letter), now, 0), Duration.ZERO);
    }
}

package org.mailstation.daemon.mail;

import java.time.Clock;
import java.util.function.Supplier;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.delivery.Filing;
import org.mailstation.daemon.delivery.LetterIds;
import org.mailstation.daemon.delivery.OwnerNotes;
import org.mailstation.daemon.delivery.PersonalRules;
import org.mailstation.daemon.delivery.Signing;
import org.mailstation.daemon.notes.NoteBook;

/** What is done for each person by himself: the own rules, and warnings in time. */
final class PersonalCare {
    private PersonalCare() {}

    static Filing begin(
            PersonalRules rules,
            JamesMailboxes mailboxes,
            JamesOutbox outbox,
            Supplier<AddressBook> book,
            Supplier<String> hostName,
            Signing signing,
            LetterIds ids,
            NoteBook notes,
            Clock clock) {
        OwnerNotes owner =
                new OwnerNotes(mailboxes, hostName, ids, notes.map("told"), notes::keep, clock);
        mailboxes.hear(
                new RoomWatch(mailboxes::percentUsed, owner, notes.map("room"), notes::keep));
        return Filing.of(rules, mailboxes, outbox, book, hostName, signing, ids, notes, clock);
    }
}

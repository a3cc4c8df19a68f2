package org.mailstation.daemon.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mailstation.config.Account;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.delivery.Filing;
import org.mailstation.daemon.delivery.LetterIds;
import org.mailstation.daemon.delivery.OwnerNotes;
import org.mailstation.daemon.delivery.OwnerPost;
import org.mailstation.daemon.delivery.PersonalRules;
import org.mailstation.daemon.delivery.Signing;
import org.mailstation.daemon.notes.NoteBook;

/**
 * What is done for each person by himself: the own rules, and warnings in time.
 *
 * @param post letters to whoever looks after the station
 */
record PersonalCare(Filing filing, OwnerPost post) {

    static PersonalCare begin(
            PersonalRules rules,
            JamesMailboxes mailboxes,
            JamesOutbox outbox,
            Supplier<AddressBook> book,
            Supplier<String> hostName,
            Supplier<Locale> language,
            Signing signing,
            LetterIds ids,
            NoteBook notes,
            Supplier<List<Integer>> warnAt,
            Clock clock) {
        OwnerNotes owner =
                new OwnerNotes(
                        mailboxes, hostName, language, ids, notes.map("told"), notes::keep, clock);
        mailboxes.hear(
                new RoomWatch(
                        mailboxes::percentUsed, warnAt, owner, notes.map("room"), notes::keep));
        mailboxes.hear(
                new SentFolder(
                        mailboxes.manager(),
                        account ->
                                book.get().account(account).filter(Account::saveSent).isPresent()));
        return new PersonalCare(
                Filing.of(
                        rules, mailboxes, outbox, book, hostName, signing, ids, notes, owner,
                        clock),
                new OwnerPost(mailboxes, outbox, book, hostName, signing, ids, clock));
    }
}

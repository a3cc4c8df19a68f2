package org.mailstation.daemon.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.notes.NoteBook;

/** Filing in a house where nobody has rules. */
final class TestFiling {
    private TestFiling() {}

    static Filing over(
            Mailboxes mailboxes, Outbox outbox, Supplier<AddressBook> book, Clock clock) {
        return in(Path.of("no-such-folder"), mailboxes, outbox, book, clock);
    }

    /**
     * @param data where the rules lie
     */
    static Filing in(
            Path data,
            Mailboxes mailboxes,
            Outbox outbox,
            Supplier<AddressBook> book,
            Clock clock) {
        return Filing.of(
                PersonalRules.open(data, clock),
                mailboxes,
                outbox,
                book,
                () -> "mail.home.test",
                letter -> letter,
                new LetterIds(clock, new Random(1)),
                NoteBook.inMemory(),
                new OwnerNotes(
                        mailboxes,
                        () -> "mail.home.test",
                        () -> Locale.ENGLISH,
                        new LetterIds(clock, new Random(1)),
                        new ConcurrentHashMap<>(),
                        () -> {},
                        clock),
                clock);
    }
}

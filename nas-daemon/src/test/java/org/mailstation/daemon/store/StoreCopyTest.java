package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.mail.Flags;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.record.BoxRecord;

/** Copies of a store that is in use are stores. */
class StoreCopyTest {
    private static final int ROUNDS = 60;
    private static final int LASTING = 40;

    @TempDir Path folder;

    private final List<StoreCopy.Letter> taken = new ArrayList<>();

    private StoreCopy copy(MailStore store, Path target) throws IOException {
        taken.clear();
        StoreCopy copy = store.copy();
        StoreCopy.Taking taking =
                letter -> {
                    Path file = target.resolve(letter.path());
                    Files.createDirectories(file.getParent());
                    try {
                        Files.deleteIfExists(file);
                        Files.createLink(file, letter.file());
                        taken.add(letter);
                        return true;
                    } catch (NoSuchFileException gone) {
                        return false;
                    }
                };
        Files.createDirectories(target.resolve(".station"));
        copy.run(target.resolve(".station/journal"), taking, taking);
        for (StoreCopy.Letter letter : taken) {
            if (copy.isGone(letter.box(), letter.uid())) {
                Files.deleteIfExists(target.resolve(letter.path()));
            }
        }
        return copy;
    }

    private static Void move(Desk desk) throws Exception {
        Mailbox inbox = desk.mailbox("INBOX");
        Mailbox shelf = desk.mailbox("Shelf");
        for (int round = 0; round < ROUNDS; round++) {
            for (MailboxMessage letter : some(desk, inbox)) {
                desk.letters().move(shelf, letter);
            }
            for (MailboxMessage letter : some(desk, shelf)) {
                desk.letters().move(inbox, letter);
            }
            long one = desk.append(inbox, "passing " + round);
            desk.flag(inbox, one, Flags.Flag.SEEN);
            desk.letters().delete(inbox, desk.one(inbox, one, FetchType.METADATA));
        }
        return null;
    }

    private static List<MailboxMessage> some(Desk desk, Mailbox mailbox) throws Exception {
        return desk.all(mailbox, FetchType.METADATA).stream().limit(5).toList();
    }

    private static Map<String, Integer> contents(Desk desk) throws Exception {
        Map<String, Integer> found = new HashMap<>();
        for (String name : List.of("INBOX", "Shelf")) {
            for (MailboxMessage letter : desk.all(desk.mailbox(name), FetchType.FULL)) {
                found.merge(Desk.content(letter), 1, Integer::sum);
            }
        }
        return found;
    }

    @Test
    void no_letter_is_missing_or_doubled_however_letters_are_moved_meanwhile() throws Exception {
        Path copies = folder.resolve("copies");
        int count = 0;
        try (MailStore store = MailStore.open(folder.resolve("mail"), Clock.systemUTC())) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.mailbox("INBOX");
            desk.mailbox("Shelf");
            for (int i = 0; i < LASTING; i++) {
                desk.append(inbox, "lasting " + i);
            }
            CompletableFuture<Void> work =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return move(desk);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            while (!work.isDone()) {
                assertThat(copy(store, copies.resolve(Integer.toString(count++))).missing())
                        .isZero();
                store.compactJournal();
            }
            work.get();
        }
        for (int i = 0; i < count; i++) {
            Path one = copies.resolve(Integer.toString(i));
            try (MailStore store = MailStore.open(one, Clock.systemUTC())) {
                Desk desk = new Desk(store);
                Map<String, Integer> found = contents(desk);
                found.keySet().removeIf(letter -> letter.contains("passing"));
                assertThat(found).hasSize(LASTING);
                assertThat(found.values()).containsOnly(1);
                Agreement.check(desk, one, desk.mailbox("INBOX"));
                Agreement.check(desk, one, desk.mailbox("Shelf"));
            }
        }
    }

    @Test
    void everything_that_is_known_of_letters_is_the_same() throws Exception {
        Path target = folder.resolve("copy");
        List<Object> before = new ArrayList<>();
        try (MailStore store = MailStore.open(folder.resolve("mail"), Clock.systemUTC())) {
            Desk desk = new Desk(store);
            move(desk);
            desk.flag(
                    desk.mailbox("Shelf"),
                    desk.append(desk.mailbox("Shelf"), "x"),
                    Flags.Flag.FLAGGED);
            copy(store, target);
            collect(store, before);
        }
        List<Object> after = new ArrayList<>();
        try (MailStore store = MailStore.open(target, Clock.systemUTC())) {
            collect(store, after);
        }
        assertThat(after).isEqualTo(before).isNotEmpty();
    }

    private static void collect(MailStore store, List<Object> all) {
        for (BoxRecord box : store.boxes()) {
            all.add(box);
            all.add(store.lastUid(new BoxId(box.id())));
            store.letters(box).forEachRemaining(all::add);
        }
    }

    @Test
    void a_letter_whose_file_a_person_removed_is_counted_and_the_rest_is_copied() throws Exception {
        try (MailStore store = MailStore.open(folder.resolve("mail"), Clock.systemUTC())) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.mailbox("INBOX");
            long lost = desk.append(inbox, "lost");
            desk.append(inbox, "kept");
            Files.delete(store.file(store.boxes().getFirst(), lost));
            assertThat(copy(store, folder.resolve("copy")).missing()).isEqualTo(1);
            assertThat(taken).hasSize(1);
        }
    }
}

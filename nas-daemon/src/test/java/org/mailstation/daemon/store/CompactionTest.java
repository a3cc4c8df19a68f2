package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.mail.Flags;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal is made shorter while letters come and go. */
class CompactionTest {
    private static final int ROUNDS = 20;

    @TempDir Path folder;

    private static Void comeAndGo(Desk desk) throws Exception {
        Mailbox inbox = desk.mailbox("INBOX");
        Mailbox shelf = desk.mailbox("Shelf");
        for (int round = 0; round < ROUNDS; round++) {
            long first = desk.append(inbox, "first " + round);
            long second = desk.append(inbox, "second " + round);
            desk.letters().copy(shelf, desk.one(inbox, first, FetchType.METADATA));
            desk.letters().move(shelf, desk.one(inbox, second, FetchType.METADATA));
            desk.flag(inbox, first, Flags.Flag.FLAGGED);
            if (round % 2 == 0) {
                desk.letters().delete(inbox, desk.one(inbox, first, FetchType.METADATA));
            }
        }
        return null;
    }

    private static List<String> all(Desk desk) throws Exception {
        List<String> found = new ArrayList<>();
        for (String name : List.of("INBOX", "Shelf")) {
            for (MailboxMessage letter : desk.all(desk.mailbox(name), FetchType.FULL)) {
                found.add(
                        String.join(
                                " ",
                                name,
                                letter.getUid().toString(),
                                letter.getModSeq().toString(),
                                letter.createFlags().toString(),
                                letter.getMediaType(),
                                Desk.header(letter),
                                Desk.content(letter)));
            }
        }
        return found;
    }

    @Test
    void and_leads_to_the_same_when_the_index_is_lost() throws Exception {
        List<String> before;
        long octets;
        try (MailStore store = MailStore.open(folder, Clock.systemUTC())) {
            Desk desk = new Desk(store);
            CompletableFuture<Void> work =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return comeAndGo(desk);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            while (!work.isDone()) {
                store.compactJournal();
            }
            work.get();
            octets = Files.size(folder.resolve(".station/journal"));
            store.compactJournal();
            assertThat(Files.size(folder.resolve(".station/journal"))).isLessThanOrEqualTo(octets);
            before = all(desk);
        }
        Files.delete(folder.resolve(".station/index.mv"));

        try (MailStore store = MailStore.open(folder, Clock.systemUTC())) {
            Desk desk = new Desk(store);
            assertThat(all(desk)).hasSize(ROUNDS / 2 + 2 * ROUNDS).isEqualTo(before);
            Agreement.check(desk, folder, desk.mailbox("INBOX"));
            Agreement.check(desk, folder, desk.mailbox("Shelf"));
        }
        assertThat(folder.resolve(".station/journal.new")).doesNotExist();
    }
}

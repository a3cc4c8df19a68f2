package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.quota.RoomLimits;

/** Limits hold at every moment, however many want the last room. */
class RoomTest {
    private static final int THREADS = 8;
    private static final int LETTERS = 40;

    @TempDir Path folder;
    private MailStore store;
    private Desk desk;
    private Mailbox inbox;

    @BeforeEach
    void open() throws Exception {
        store = MailStore.open(folder, Clock.systemUTC());
        desk = new Desk(store);
        inbox = desk.create("INBOX");
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    /**
     * @return how many had room
     */
    private int appendTogether(List<Mailbox> mailboxes) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Integer>> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                Mailbox mailbox = mailboxes.get(thread % mailboxes.size());
                parts.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return appendMany(mailbox);
                                }));
            }
        }
        int all = 0;
        for (Future<Integer> part : parts) {
            all += result(part);
        }
        return all;
    }

    private static int result(Future<Integer> part) throws Exception {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private int appendMany(Mailbox mailbox) throws Exception {
        int stored = 0;
        for (int i = 0; i < LETTERS; i++) {
            try {
                desk.append(mailbox, "letter");
                stored++;
            } catch (OverQuotaException full) {
                assertThat(full.getMax().asLong()).isPositive();
            }
        }
        return stored;
    }

    private long files() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    @Test
    void letters_that_come_at_the_same_instant_share_the_last_octets() throws Exception {
        int size = Desk.text("letter").length();
        store.limits().use(Map.of(Desk.ANNA.asString(), 100L * size + size - 1));

        int stored = appendTogether(List.of(inbox, desk.create("Work"), desk.create("Archive")));

        assertThat(stored).isEqualTo(100);
        assertThat(files()).isEqualTo(100);
    }

    @Test
    void and_the_last_numbers_of_letters() throws Exception {
        store.limits()
                .setMaxMessage(RoomLimits.root(Desk.ANNA.asString()), QuotaCountLimit.count(77));

        assertThat(appendTogether(List.of(inbox))).isEqualTo(77);
        assertThat(desk.all(inbox, FetchType.METADATA)).hasSize(77);
    }

    @Test
    void a_copy_needs_room_and_a_move_does_not() throws Exception {
        Mailbox archive = desk.create("Archive");
        desk.append(inbox, "letter");
        store.limits()
                .setMaxMessage(RoomLimits.root(Desk.ANNA.asString()), QuotaCountLimit.count(1));
        var letters = desk.all(inbox, FetchType.METADATA);

        assertThatThrownBy(() -> desk.letters().copy(archive, letters))
                .isInstanceOf(OverQuotaException.class);
        assertThat(desk.letters().move(archive, letters)).hasSize(1);
        assertThat(files()).isEqualTo(1);
    }
}

package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.queue.api.MailQueueName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.queue.FileMailQueue;
import org.mailstation.daemon.queue.FileMailQueueFactory;

/**
 * Kills a process with SIGKILL in the middle of parallel appends and enqueues, several times on the
 * same folder.
 */
class KillTest {
    private static final int ROUNDS = 2;
    private static final int ENOUGH = 150;

    @TempDir Path folder;

    private final Map<String, Long> stored = new HashMap<>();
    private final Set<String> flagged = new HashSet<>();
    private final Set<String> queued = new HashSet<>();

    private void runUntilKilled(int round) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashChild.class.getName(),
                                folder.toString(),
                                "round" + round)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int acknowledged = 0;
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged += note(line) ? 1 : 0;
                if (acknowledged == ENOUGH) {
                    child.toHandle().destroyForcibly(); // leaves open what it has already said
                }
            }
        } finally {
            child.destroyForcibly();
        }
        child.waitFor();
        assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
    }

    /** A line counts only if it arrived whole. */
    private boolean note(String line) {
        String[] words = line.split(" ");
        if (words.length != 3) {
            return false;
        }
        switch (words[0]) {
            case "STORED" -> stored.put(words[2], Long.valueOf(words[1]));
            case "FLAGGED" -> flagged.add(words[2]);
            case "QUEUED" -> queued.add(words[2]);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void checkMail() throws Exception {
        try (MailStore store = MailStore.open(folder.resolve("mail"), Clock.systemUTC())) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.mailbox("INBOX");
            Agreement.check(desk, folder.resolve("mail"), inbox);
            Map<String, Long> found = new HashMap<>();
            for (MailboxMessage letter : desk.all(inbox, FetchType.FULL)) {
                String subject =
                        Desk.content(letter)
                                .lines()
                                .findFirst()
                                .orElseThrow()
                                .substring("Subject: ".length());
                assertThat(Desk.content(letter)).isEqualTo(Desk.text(subject));
                assertThat(found.put(subject, letter.getUid().asLong()))
                        .as("%s is there once", subject)
                        .isNull();
                assertThat(letter.isFlagged() || !flagged.contains(subject)).as(subject).isTrue();
            }
            assertThat(found).containsAllEntriesOf(stored);
            checkSearch(store, inbox, new HashSet<>(found.values()));
        }
    }

    /** The full-text index was being written when the process was killed. */
    private void checkSearch(MailStore store, Mailbox inbox, Set<Long> uids) throws Exception {
        assertThat(search(store, inbox, "Dear Anna")).isEqualTo(uids);
        for (String subject : stored.keySet()) {
            assertThat(search(store, inbox, "Dear Anna, " + subject)).contains(stored.get(subject));
        }
    }

    private static Set<Long> search(MailStore store, Mailbox inbox, String text) throws Exception {
        return store.search()
                .search(
                        StoreMapperProvider.SESSION,
                        inbox,
                        SearchQuery.of(SearchQuery.bodyContains(text)))
                .map(MessageUid::asLong)
                .toStream()
                .collect(Collectors.toSet());
    }

    private void checkQueue() throws Exception {
        List<String> names = new ArrayList<>();
        try (FileMailQueueFactory factory =
                new FileMailQueueFactory(folder.resolve("queue"), Clock.systemUTC(), 1000)) {
            FileMailQueue queue = factory.createQueue(MailQueueName.of("outgoing"));
            queue.browse().forEachRemaining(view -> names.add(view.getMail().getName()));
        }
        assertThat(names).doesNotHaveDuplicates().containsAll(queued);
    }

    @Test
    void every_acknowledged_letter_is_there_once_and_unharmed_after_kill_9() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            runUntilKilled(round);
            checkMail();
            checkQueue();
        }
        assertThat(stored.values()).doesNotHaveDuplicates();
    }
}

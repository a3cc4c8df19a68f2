package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.store.search.Pace;

/** When the full-text index is made, followed up, closed and made anew. */
class FullTextIndexTest extends FullTextBench {
    @Test
    void nothing_is_made_before_somebody_searches() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        assertThat(find(inbox, SearchQuery.sizeGreaterThan(1))).hasSize(1);
        store.close();

        assertThat(index()).doesNotExist();
    }

    @Test
    void it_follows_by_itself_when_it_is_quiet() throws Exception {
        store.close();
        open(new Pace(SOON, LONG, LONG, LONG, SOON));
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        desk.append(inbox, "two");

        await(() -> entries() == 2);
    }

    @Test
    void it_follows_in_small_slices() throws Exception {
        store.close();
        open(new Pace(SOON, LONG, Duration.ofNanos(1), LONG, LONG));
        Mailbox inbox = desk.create("INBOX");
        for (int number = 0; number < 10; number++) {
            desk.append(inbox, "letter " + number);
        }

        await(() -> entries() == 10);
    }

    @Test
    void its_files_are_closed_when_nobody_needs_them() throws Exception {
        store.close();
        open(new Pace(LONG, LONG, SOON, LONG, SOON));
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        assertThat(text(inbox, "one")).hasSize(1);

        await(this::canBeWritten);
        assertThat(text(inbox, "one")).hasSize(1);
    }

    private boolean canBeWritten() throws IOException {
        try (FSDirectory directory = FSDirectory.open(index());
                var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        }
    }

    private interface Probe {
        boolean holds() throws IOException;
    }

    private static void await(Probe probe) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!probe.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private Mailbox filled() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        for (int number = 0; number < 5; number++) {
            desk.append(inbox, "letter-" + number + "-");
        }
        assertThat(text(inbox, "letter-3-")).containsExactly(4L);
        store.close();
        return inbox;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            return files.toList();
        }
    }

    private void check(Mailbox inbox) throws Exception {
        open(ASKED);
        assertThat(text(inbox, "letter-3-")).containsExactly(4L);
        assertThat(text(inbox, "dear anna")).hasSize(5);
        store.close();
        assertThat(entries()).isEqualTo(5);
    }

    @Test
    void it_is_made_anew_when_it_is_missing() throws Exception {
        Mailbox inbox = filled();
        for (Path file : files()) {
            Files.delete(file);
        }
        check(inbox);
    }

    @Test
    void it_is_made_anew_when_any_of_its_files_is_missing_or_damaged() throws Exception {
        Mailbox inbox = filled();
        for (int number = 0; number < files().size(); number++) {
            List<Path> before = new ArrayList<>(files());
            before.sort(null);
            Path file = before.get(number);
            Files.write(file, "garbage".getBytes(), StandardOpenOption.TRUNCATE_EXISTING);
            check(inbox);
            before = new ArrayList<>(files());
            before.sort(null);
            Files.delete(before.get(Math.min(number, before.size() - 1)));
            check(inbox);
        }
    }

    @Test
    void it_is_made_anew_when_it_is_of_another_format() throws Exception {
        Mailbox inbox = filled();
        try (FSDirectory directory = FSDirectory.open(index());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("format", "0").entrySet());
        }
        check(inbox);
    }

    @Test
    void letters_are_taken_up_that_a_kept_index_of_other_letters_does_not_know() throws Exception {
        filled();
        Path other = Files.createDirectory(folder.resolve("other"));
        Path elsewhere = Files.createDirectories(other.resolve(".station").resolve("search"));
        for (Path file : files()) {
            Files.copy(file, elsewhere.resolve(file.getFileName()));
        }
        try (MailStore another = MailStore.open(other, Clock.systemUTC())) {
            store = another;
            desk = new Desk(another);
            Mailbox inbox = desk.create("INBOX");
            for (int number = 0; number < 5; number++) {
                desk.append(inbox, "other-" + number + "-");
            }
            assertThat(text(inbox, "other-3-")).containsExactly(4L);
            assertThat(text(inbox, "letter-3-")).isEmpty();
        }
    }

    @Test
    void made_anew_it_does_not_say_what_it_said_before_although_nobody_waits_for_it()
            throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        assertThat(text(inbox, "Anna")).hasSize(1);
        close();
        open(new Pace(LONG, LONG, LONG, Duration.ZERO, LONG));
        assertThat(text(inbox, "Anna")).hasSize(1);
        Path letter = folder.resolve("anna@example.org/INBOX~1/0/1.eml");
        Files.writeString(letter, Desk.text("one").replace("Anna", "Emma"));

        store.reindex((_, _, _) -> {});

        assertThat(text(inbox, "Emma")).hasSize(1);
        assertThat(text(inbox, "Anna")).isEmpty();
    }
}

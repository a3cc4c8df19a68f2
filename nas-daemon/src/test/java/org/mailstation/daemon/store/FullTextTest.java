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
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.search.Pace;

class FullTextTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(20);

    /** Does nothing by itself. */
    private static final Pace ASKED = new Pace(LONG, LONG, LONG, LONG, LONG);

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private MailStore store;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        open(ASKED);
    }

    private void open(Pace pace) throws IOException {
        Tuning usual = Tuning.USUAL;
        store =
                MailStore.open(
                        folder,
                        Clock.systemUTC(),
                        new RealDisk(),
                        new Tuning(usual.lettersAhead(), usual.settling(), usual.nanos(), pace));
        desk = new Desk(store);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private List<Long> find(Mailbox mailbox, Criterion criterion) throws Exception {
        return store.search()
                .search(StoreMapperProvider.SESSION, mailbox, SearchQuery.of(criterion))
                .map(MessageUid::asLong)
                .collectList()
                .block();
    }

    private List<Long> text(Mailbox mailbox, String sought) throws Exception {
        return find(mailbox, SearchQuery.mailContains(sought));
    }

    private Path index() {
        return folder.resolve(".station").resolve("search");
    }

    /** Entries that the closed index has on the disk. */
    private int entries() throws IOException {
        try (FSDirectory directory = FSDirectory.open(index());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.numDocs();
        } catch (IndexNotFoundException e) {
            return 0;
        }
    }

    @Test
    void a_letter_is_found_by_the_search_that_follows_it() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        for (int number = 0; number < 20; number++) {
            long uid = desk.append(inbox, "letter-" + number + "-");
            assertThat(text(inbox, "letter-" + number + "-")).containsExactly(uid);
        }
    }

    @Test
    void texts_are_found_within_words_and_without_regard_to_case_and_accents() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        long bill = desk.append(inbox, "Die Stromrechnung von Frau Müller");
        long tokyo = desk.append(inbox, "明日は東京都\r\n庁で会議があります");

        assertThat(text(inbox, "muller")).containsExactly(bill);
        assertThat(text(inbox, "RECHNUNG VON frau mü")).containsExactly(bill);
        assertThat(text(inbox, "rau")).containsExactly(bill);
        assertThat(text(inbox, "müllerin")).isEmpty();
        assertThat(text(inbox, "東京")).containsExactly(tokyo);
        assertThat(text(inbox, "東京都庁で会議")).containsExactly(tokyo);
        assertThat(text(inbox, "会")).containsExactly(tokyo);
        assertThat(text(inbox, "京東")).isEmpty();
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

    @Test
    void a_text_whose_parts_are_there_but_apart_is_not_found() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "abcd bcde");

        assertThat(text(inbox, "abcde")).isEmpty();
        assertThat(text(inbox, "bcde abcd")).isEmpty();
    }

    @Test
    void header_and_body_are_searched_apart() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        long uid = desk.append(inbox, "Grillfest");

        assertThat(find(inbox, SearchQuery.bodyContains("dear anna"))).containsExactly(uid);
        assertThat(find(inbox, SearchQuery.bodyContains("ben@example"))).isEmpty();
        assertThat(find(inbox, SearchQuery.subject("grill"))).containsExactly(uid);
        assertThat(find(inbox, SearchQuery.subject("dear"))).isEmpty();
        assertThat(find(inbox, SearchQuery.headerContains("from", "BEN@"))).containsExactly(uid);
        assertThat(find(inbox, SearchQuery.headerContains("to", "ben@"))).isEmpty();
        assertThat(find(inbox, SearchQuery.not(SearchQuery.subject("grill")))).isEmpty();
    }

    @Test
    void a_copy_is_found_where_it_is_and_has_no_second_entry() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        Mailbox archive = desk.create("Archive");
        long uid = desk.append(inbox, "Grillfest");
        assertThat(text(archive, "grillfest")).isEmpty();

        desk.letters().copy(archive, desk.one(inbox, uid, FetchType.FULL));

        assertThat(text(archive, "grillfest")).containsExactly(1L);
        assertThat(text(inbox, "grillfest")).containsExactly(uid);
        store.close();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void removed_letters_leave_the_index() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        Mailbox old = desk.create("Old");
        long uid = desk.append(inbox, "one");
        desk.append(inbox, "two");
        desk.append(old, "three");
        assertThat(text(inbox, "dear")).hasSize(2);
        assertThat(text(old, "dear")).hasSize(1);

        desk.letters().deleteMessages(inbox, List.of(MessageUid.of(uid)));
        desk.delete(old);

        assertThat(text(inbox, "dear")).containsExactly(uid + 1);
        store.close();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void letters_removed_while_nobody_searched_leave_it_at_the_next_search() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        assertThat(text(inbox, "dear")).hasSize(2);
        store.close();

        open(ASKED);
        desk.letters().deleteMessages(inbox, List.of(MessageUid.of(1)));
        store.close();
        assertThat(entries()).isEqualTo(2);

        open(ASKED);
        assertThat(text(inbox, "dear")).containsExactly(2L);
        store.close();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void a_moved_letter_stays_in_it() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        Mailbox archive = desk.create("Archive");
        desk.append(inbox, "Grillfest");
        assertThat(text(inbox, "grillfest")).hasSize(1);

        desk.letters().move(archive, desk.one(inbox, 1, FetchType.FULL));

        assertThat(text(inbox, "grillfest")).isEmpty();
        assertThat(text(archive, "grillfest")).hasSize(1);
        store.close();
        open(ASKED);
        assertThat(text(archive, "grillfest")).hasSize(1);
    }

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
    void a_search_reads_the_letters_itself_that_were_not_taken_up_yet() throws Exception {
        store.close();
        open(new Pace(LONG, LONG, LONG, Duration.ZERO, LONG));
        Mailbox inbox = desk.create("INBOX");
        for (int number = 0; number < 9; number++) {
            desk.append(inbox, "letter-" + number + "-");
        }

        for (int round = 0; round < 3; round++) {
            assertThat(text(inbox, "letter-3-")).containsExactly(4L);
            assertThat(text(inbox, "dear anna")).hasSize(9);
            assertThat(find(inbox, SearchQuery.subject("letter-8"))).containsExactly(9L);
            assertThat(find(inbox, SearchQuery.not(SearchQuery.bodyContains("dear")))).isEmpty();
            assertThat(find(inbox, SearchQuery.hasAttachment())).isEmpty();
            assertThat(find(inbox, SearchQuery.hasNoAttachment())).hasSize(9);
            assertThat(find(inbox, SearchQuery.headerExists("from"))).hasSize(9);
        }
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
}

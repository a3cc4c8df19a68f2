package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.BackupRequest.Wanted;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.control.Secret;
import org.mailstation.daemon.backup.Arrived;
import org.mailstation.daemon.backup.Backups;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.task.Course;

/** Whole stations are copied and come back. */
class StationBackupTest {
    private static final String ANNA = "anna@example.org";
    private static final Instant RECEIVED = Instant.parse("2020-02-03T04:05:06Z");

    @TempDir Path folder;
    private Path disk;
    private TestStation station;
    private Instant now = Instant.parse("2026-11-28T01:00:00Z");
    private final AtomicBoolean again = new AtomicBoolean();

    @BeforeEach
    void begin() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        station =
                TestStation.running(folder.resolve("one"), Configs.station("example.org", "anna"));
        for (int i = 0; i < 5; i++) {
            put("INBOX", "letter " + i, Set.of("\\Seen", "blue"));
        }
        put("Work.Äpfel", "deep", Set.of("\\Flagged"));
    }

    @AfterEach
    void end() {
        station.close();
    }

    private void put(String box, String subject, Set<String> flags) throws IOException {
        byte[] octets =
                ("Subject: " + subject + "\r\n\r\nGruß\r\n").getBytes(StandardCharsets.UTF_8);
        station.server().mail().put(ANNA, box, flags, RECEIVED, Letter.of(octets));
    }

    private Backups backups(TestStation of) {
        return new Backups(
                of.data,
                of.server().mail(),
                of.server().mail(),
                () -> null,
                "1.0",
                Clock.fixed(now, ZoneOffset.UTC),
                () -> again.set(true));
    }

    private BackupOutcome ask(Wanted wanted, int keep, @Nullable Secret secret) {
        BackupRequest request = new BackupRequest(wanted, disk.toString(), "", keep, "", secret);
        return backups(station).answer(request, Course.unwatched());
    }

    private BackupOutcome.Made make() {
        now = now.plus(Duration.ofHours(1));
        return (BackupOutcome.Made) ask(Wanted.MAKE, 0, null);
    }

    private RestoreOutcome restore(
            TestStation to, String mailbox, boolean inPlace, @Nullable Secret secret) {
        return backups(to)
                .answer(
                        new RestoreRequest(disk.toString(), "", mailbox, inPlace, false, secret),
                        Course.unwatched());
    }

    private static List<Object> all(TestStation station) throws IOException {
        List<Object> all = new ArrayList<>();
        for (BoxRecord box : station.server().mail().boxes(ANNA)) {
            all.add(box);
            station.server().mail().letters(box).forEachRemaining(all::add);
            station.server()
                    .mail()
                    .each(ANNA, box.path().name(), file -> all.add(Files.readString(file)));
        }
        return all;
    }

    private List<Path> objects() throws IOException {
        try (Stream<Path> walk = Files.walk(disk.resolve("objects"))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void a_fresh_station_gets_letters_numbers_flags_and_passwords() throws Exception {
        Files.writeString(station.data.resolve("config.marker"), "x");
        List<Object> before = all(station);
        assertThat(make().letters()).isEqualTo(6);
        Path other = folder.resolve("two");
        try (TestStation fresh = new TestStation(other, new TestStation.World())) {
            Files.createDirectories(other.resolve("tmp"));
            assertThat(restore(fresh, "", false, null))
                    .isInstanceOfSatisfying(
                            RestoreOutcome.Ready.class,
                            ready -> {
                                assertThat(ready.letters()).isEqualTo(6);
                                assertThat(ready.damages()).isZero();
                                assertThat(ready.missing()).contains("tls/key.pem");
                            });
            assertThat(again).isTrue();
        }
        assertThat(Arrived.settle(other, Clock.systemUTC())).isTrue();
        try (TestStation back =
                TestStation.running(other, Configs.station("example.org", "anna"))) {
            assertThat(all(back)).isEqualTo(before);
            assertThat(Files.readString(other.resolve("secrets/passwords")))
                    .isEqualTo(Files.readString(station.data.resolve("secrets/passwords")));
            assertThat(other.resolve("config.marker")).hasContent("x");
        }
    }

    @Test
    void secrets_come_back_by_their_passphrase_only() throws Exception {
        Secret phrase = new Secret("twelve blue geese");
        String key = Files.readString(station.data.resolve("secrets/tls/key.pem"));
        ask(Wanted.MAKE, 0, phrase);
        for (Path object : objects()) {
            assertThat(new String(Files.readAllBytes(object), StandardCharsets.ISO_8859_1))
                    .doesNotContain(key);
        }
        Path other = folder.resolve("two");
        try (TestStation fresh = new TestStation(other, new TestStation.World())) {
            assertThat(restore(fresh, "", false, new Secret("wrong")))
                    .isInstanceOfSatisfying(
                            RestoreOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.reason().key())
                                            .isEqualTo("restore.passphrase"));
            assertThat(other.resolve("restored")).doesNotExist();
            restore(fresh, "", false, phrase);
        }
        Arrived.settle(other, Clock.systemUTC());
        assertThat(other.resolve("secrets/tls/key.pem")).hasContent(key);
    }

    @Test
    void the_second_backup_copies_only_what_is_new() throws Exception {
        assertThat(make().copied()).isGreaterThan(6);
        put("INBOX", "later", Set.of());
        BackupOutcome.Made second = make();
        assertThat(second.letters()).isEqualTo(7);
        // the letter, the journal, and what is remembered of letters
        assertThat(second.copied()).isBetween(2L, 3L);
        assertThat(ask(Wanted.LIST, 0, null))
                .isInstanceOfSatisfying(
                        BackupOutcome.Listed.class,
                        listed ->
                                assertThat(listed.backups())
                                        .extracting(BackupOutcome.Kept::letters)
                                        .containsExactly(6L, 7L));
    }

    @Test
    void old_backups_go_with_what_only_they_need() throws Exception {
        make();
        int before = objects().size();
        now = now.plus(Duration.ofHours(1));
        BackupOutcome.Made made = (BackupOutcome.Made) ask(Wanted.MAKE, 1, null);
        assertThat(made.pruned()).isEqualTo(1);
        assertThat(objects()).hasSizeLessThanOrEqualTo(before);
        assertThat(verified().damages()).isZero();
    }

    private BackupOutcome.Verified verified() {
        return (BackupOutcome.Verified) ask(Wanted.VERIFY, 0, null);
    }

    @Test
    void a_damaged_file_is_found_and_the_next_backup_heals_it() throws Exception {
        make();
        assertThat(verified().damages()).isZero();
        assertThat(verified().letters()).isEqualTo(6);
        assertThat(verified().listed()).isEqualTo(6);
        Path letter =
                objects().stream()
                        .filter(file -> content(file).contains("letter 3"))
                        .filter(file -> content(file).startsWith("Subject"))
                        .findFirst()
                        .orElseThrow();
        Files.writeString(letter, content(letter).replace("letter 3", "letter 4"));
        BackupOutcome.Verified damaged = verified();
        assertThat(damaged.damages()).isEqualTo(1);
        assertThat(damaged.damaged().getFirst()).endsWith(".eml");
        assertThat(make().copied()).isGreaterThan(0);
        assertThat(verified().damages()).isZero();
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return Assertions.fail(e);
        }
    }

    @Test
    void an_unfinished_backup_is_none_and_the_next_one_goes_on() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        Course course = new Course(_ -> cancelled.set(!isEmpty()), cancelled::get);
        BackupRequest request = new BackupRequest(Wanted.MAKE, disk.toString(), "", 0, "", null);
        Assertions.assertThatThrownBy(() -> backups(station).answer(request, course))
                .isInstanceOf(CancellationException.class);
        int copied = objects().size();
        assertThat(copied).isPositive();
        assertThat(((BackupOutcome.Listed) ask(Wanted.LIST, 0, null)).backups()).isEmpty();
        assertThat(restore(station, ANNA, false, null)).isInstanceOf(RestoreOutcome.Refused.class);
        make();
        assertThat(verified().damages()).isZero();
    }

    private boolean isEmpty() {
        return !Files.exists(disk.resolve("objects"));
    }

    @Test
    void one_mailbox_comes_back_into_a_folder_of_its_own() throws Exception {
        make();
        assertThat(restore(station, ANNA + "/Work", false, null))
                .isInstanceOfSatisfying(
                        RestoreOutcome.Mailbox.class,
                        back -> {
                            assertThat(back.letters()).isEqualTo(1);
                            assertThat(back.folder()).startsWith("Restored 2026-");
                        });
        BoxRecord box =
                station.server().mail().boxes(ANNA).stream()
                        .filter(one -> one.path().name().startsWith("Restored"))
                        .filter(one -> one.path().name().endsWith(".Work.Äpfel"))
                        .findFirst()
                        .orElseThrow();
        var letter = station.server().mail().letters(box).next();
        assertThat(letter.internalDate()).isEqualTo(RECEIVED.toEpochMilli());
        assertThat(letter.flags().has(org.mailstation.daemon.store.record.LetterFlags.FLAGGED))
                .isTrue();
    }

    @Test
    void what_was_deleted_comes_back_in_place_and_nothing_twice() throws Exception {
        make();
        put("INBOX", "newer", Set.of());
        try (LineClient client = station.imap(ANNA)) {
            client.imap("SELECT Work.&AMQ-pfel");
            client.imap("STORE 1 +FLAGS (\\Deleted)");
            assertThat(client.imap("EXPUNGE").getLast()).startsWith("t1 OK");
        }
        for (long expected : new long[] {1, 0}) {
            assertThat(restore(station, ANNA, true, null))
                    .isInstanceOfSatisfying(
                            RestoreOutcome.Mailbox.class,
                            back -> {
                                assertThat(back.letters()).isEqualTo(expected);
                                assertThat(back.there()).isEqualTo(6 - expected);
                            });
        }
        assertThat(all(station).stream().map(Objects::toString).filter(s -> s.contains("newer")))
                .hasSize(1);
    }

    @Test
    void a_station_with_letters_is_not_replaced_unasked() {
        make();
        assertThat(restore(station, "", false, null))
                .isEqualTo(
                        new RestoreOutcome.Refused(
                                org.mailstation.text.Text.of("restore.not-empty")));
        assertThat(again).isFalse();
    }

    @Test
    void a_folder_that_is_not_there_is_told_in_words() {
        BackupRequest request = new BackupRequest(Wanted.MAKE, folder + "/usb", "", 0, "", null);
        assertThat(backups(station).answer(request, Course.unwatched()))
                .isInstanceOfSatisfying(
                        BackupOutcome.Refused.class,
                        refused ->
                                assertThat(refused.reason().key()).isEqualTo("backup.no-folder"));
    }
}

package org.mailstation.daemon.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.MoveRequest.Kind;
import org.mailstation.daemon.backup.Postman;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.task.Course;

/** Letters come out of files and go into files. */
class FilesMoveTest {
    private static final String ANNA = "anna@example.org";
    private static final Instant DATE = Instant.parse("2020-02-03T04:05:06Z");

    @TempDir Path folder;
    private final Shelf shelf = new Shelf();
    private Moves moves;

    private record Kept(String folder, Set<String> flags, Instant date, String text, Path file) {}

    /** An account whose letters are files of the test. */
    private final class Shelf implements Postman {
        final List<Kept> kept = new ArrayList<>();

        @Override
        public boolean hasAccount(String account) {
            return account.equals(ANNA);
        }

        @Override
        public boolean hasLetter(String account, UUID letter) {
            return false;
        }

        @Override
        public void each(String account, String name, Files files) throws IOException {
            for (Kept one : kept) {
                if (one.folder().equals(name)) {
                    files.take(one.file());
                }
            }
        }

        @Override
        public void show(String account, Shown shown) throws IOException {
            for (int i = 0; i < kept.size(); i++) {
                Kept one = kept.get(i);
                shown.take(one.folder(), 1, i + 1L, one.file(), one.flags(), one.date());
            }
        }

        @Override
        public void put(String account, String name, Set<String> flags, Instant date, Letter letter)
                throws IOException {
            try (InputStream in = letter.open()) {
                byte[] octets = in.readAllBytes();
                Path file = java.nio.file.Files.createTempFile(folder, "kept", ".eml");
                java.nio.file.Files.write(file, octets);
                kept.add(
                        new Kept(
                                name,
                                new TreeSet<>(flags),
                                date,
                                new String(octets, StandardCharsets.UTF_8),
                                file));
            }
        }
    }

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("data/tmp"));
        moves =
                new Moves(
                        folder.resolve("data"),
                        shelf,
                        (javax.net.ssl.SSLSocketFactory)
                                javax.net.ssl.SSLSocketFactory.getDefault());
    }

    private MoveOutcome.Done move(Kind kind, Path place, String mailbox) {
        return (MoveOutcome.Done)
                moves.answer(
                        new MoveRequest(kind, place.toString(), mailbox, null), Course.unwatched());
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(DATE));
    }

    @Test
    void a_maildir_comes_with_folders_flags_keywords_and_dates_and_only_once() throws IOException {
        file("m/cur/1600000000.M1.host:2,FRS", "Subject: one\n\nGruß\n");
        file("m/new/1500000000.M2.host", "Subject: two\r\n\r\nx\r\n");
        file("m/.Entw&APw-rfe.Alt/cur/9.x:2,Da", "Subject: three\n\n");
        file("m/.Entw&APw-rfe.Alt/dovecot-keywords", "0 blue\n");
        file("m/.Gesendet/cur/8.x:2,S", "Subject: four\n\n");
        Files.createDirectories(folder.resolve("m/.Gesendet/new"));

        MoveOutcome.Done done = move(Kind.FROM_MAILDIR, folder.resolve("m"), ANNA);

        assertThat(done.isWhole()).isTrue();
        assertThat(done.moved()).isEqualTo(4);
        assertThat(shelf.kept)
                .extracting(Kept::folder)
                .containsExactly("INBOX", "INBOX", "Entwürfe.Alt", "Sent");
        Kept two = shelf.kept.getFirst();
        assertThat(two.text()).isEqualTo("Subject: two\r\n\r\nx\r\n");
        assertThat(two.date()).isEqualTo(Instant.ofEpochSecond(1_500_000_000));
        Kept one = shelf.kept.get(1);
        assertThat(one.text()).isEqualTo("Subject: one\r\n\r\nGruß\r\n");
        assertThat(one.flags()).containsExactly("\\Answered", "\\Flagged", "\\Seen");
        assertThat(one.date()).isEqualTo(DATE);
        assertThat(shelf.kept.get(2).flags()).containsExactly("\\Draft", "blue");

        file("m/cur/1700000000.M3.host:2,", "Subject: five\n\n");
        MoveOutcome.Done again = move(Kind.FROM_MAILDIR, folder.resolve("m"), ANNA);
        assertThat(again.moved()).isEqualTo(1);
        assertThat(again.there()).isEqualTo(4);
    }

    @Test
    void nothing_comes_twice_when_the_memory_is_lost() throws IOException {
        file("m/.Maildir/cur/1.x:2,S", "Subject: one\n\n");
        move(Kind.FROM_MAILDIR, folder.resolve("m"), ANNA);
        for (Path memory : Files.list(folder.resolve("data/imports")).toList()) {
            Files.delete(memory);
        }
        assertThat(move(Kind.FROM_MAILDIR, folder.resolve("m"), ANNA).there()).isEqualTo(1);
        assertThat(shelf.kept).hasSize(1);
    }

    @Test
    void an_mbox_is_split_at_its_lines_and_nowhere_else() throws IOException {
        file(
                "old.mbox",
                """
                From anna@example.org Mon Feb  3 04:05:06 2020
                Subject: one
                Status: RO
                X-Status: F
                X-Keywords: blue

                >From the beginning
                >>From further on
                From nowhere: no empty line stands before it

                From MAILER-DAEMON Tue Feb 11 14:05:06 2020
                Subject: two

                """);
        MoveOutcome.Done done = move(Kind.FROM_MBOX, folder.resolve("old.mbox"), ANNA + "/Old/Box");
        assertThat(done.moved()).isEqualTo(2);
        Kept one = shelf.kept.getFirst();
        assertThat(one.folder()).isEqualTo("Old.Box");
        assertThat(one.flags()).containsExactly("\\Flagged", "\\Seen", "blue");
        assertThat(one.date()).isEqualTo(DATE);
        assertThat(one.text())
                .isEqualTo(
                        "Subject: one\r\n\r\nFrom the beginning\r\n>From further on\r\n"
                                + "From nowhere: no empty line stands before it\r\n");
        assertThat(shelf.kept.get(1).date()).isEqualTo(Instant.parse("2020-02-11T14:05:06Z"));
        assertThat(move(Kind.FROM_MBOX, folder.resolve("old.mbox"), ANNA + "/Old/Box").there())
                .isEqualTo(2);
    }

    @Test
    void what_is_written_is_read_again_as_it_was() throws IOException {
        String text = "Subject: x\r\n\r\nFrom here\r\n>From there\r\n\r\nFrom me\r\nend\r\n";
        shelf.put(ANNA, "INBOX", Set.of("\\Seen", "blue"), DATE, letter(text));
        shelf.put(ANNA, "Työt.A&B", Set.of("\\Flagged"), DATE, letter("Subject: y\r\n\r\nz\r\n"));
        List<Kept> before = List.copyOf(shelf.kept);
        Path maildir = folder.resolve("out");
        Path mbox = folder.resolve("boxes");
        assertThat(move(Kind.TO_MAILDIR, maildir, ANNA).moved()).isEqualTo(2);
        assertThat(move(Kind.TO_MAILDIR, maildir, ANNA).there()).isEqualTo(2);
        assertThat(move(Kind.TO_MBOX, mbox, ANNA).moved()).isEqualTo(2);
        shelf.kept.clear();

        move(Kind.FROM_MAILDIR, maildir, ANNA);
        assertThat(without(shelf.kept)).isEqualTo(without(before));
        shelf.kept.clear();
        move(Kind.FROM_MBOX, mbox.resolve("INBOX.mbox"), ANNA);
        move(Kind.FROM_MBOX, mbox.resolve("Työt.A&B.mbox"), ANNA + "/Työt.A&B");
        assertThat(without(shelf.kept)).isEqualTo(without(before));
    }

    private static List<String> without(List<Kept> kept) {
        return kept.stream()
                .map(one -> one.folder() + one.flags() + one.date() + one.text())
                .toList();
    }

    private static Letter letter(String text) {
        return Letter.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_place_that_is_none_is_told_in_words() {
        for (Kind kind : List.of(Kind.FROM_MAILDIR, Kind.FROM_MBOX)) {
            assertThat(
                            moves.answer(
                                    new MoveRequest(kind, folder + "/none", ANNA, null),
                                    Course.unwatched()))
                    .isInstanceOf(MoveOutcome.Refused.class);
        }
        assertThat(
                        moves.answer(
                                new MoveRequest(
                                        Kind.FROM_MBOX, folder + "/x", "ben@example.org", null),
                                Course.unwatched()))
                .isInstanceOf(MoveOutcome.Refused.class);
    }

    @Test
    void line_ends_are_right_wherever_a_piece_ends() throws IOException {
        for (int length = 0; length < 40; length++) {
            String text = "a".repeat(16 * 1024 - length) + "\n\r\nb\n";
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Source.withLineEnds(
                    new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                    out);
            assertThat(out.toString(StandardCharsets.US_ASCII))
                    .endsWith("a\r\n\r\nb\r\n")
                    .hasSize(text.length() + 2);
        }
    }
}

package org.mailstation.daemon.store.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.record.Codec;
import org.mailstation.daemon.store.record.Glance;
import org.mailstation.daemon.store.record.LetterFlags;
import org.mailstation.daemon.store.record.LetterRecord;

/** What is kept for lists of letters may get lost, but it is never wrong. */
class OutlinesTest {
    private static final long BOX = 7;

    @TempDir Path folder;
    private final TreeMap<Long, Glance> letters = new TreeMap<>();
    private Path file;

    @BeforeEach
    void letters() {
        file = folder.resolve("outlines.mv");
        for (long uid = 1; uid <= 3; uid++) {
            letters.put(uid, glance(uid, new UUID(5, uid)));
        }
    }

    private static Glance glance(long uid, UUID id) {
        return Glance.of(
                Codec.bytes(
                        new LetterRecord(
                                uid, 1, LetterFlags.NONE, 9, 3, 0, 0, id, id, "text", "plain", 1)));
    }

    private Iterator<Long> uids(long box) {
        return box == BOX ? List.copyOf(letters.keySet()).iterator() : List.<Long>of().iterator();
    }

    private Outlines open() {
        return new Outlines(file, this::uids);
    }

    private Glance letter(long uid) {
        return Objects.requireNonNull(letters.get(uid));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void keepAll() {
        try (Outlines outlines = open()) {
            for (Glance letter : letters.values()) {
                outlines.keep(Kind.ENVELOPE, BOX, letter, octets("(" + letter.uid() + ")"));
            }
        }
    }

    private static byte @Nullable [] find(Outlines outlines, Kind kind, Glance letter) {
        return outlines.kept(kind, BOX, letter.uid(), letter.uid()).of(letter);
    }

    @Test
    void what_was_kept_is_there_after_a_rest() {
        keepAll();
        try (Outlines outlines = open()) {
            assertThat(find(outlines, Kind.ENVELOPE, letter(1))).isEqualTo(octets("(1)"));
            outlines.keep(Kind.BODY, BOX, letter(2), octets("body"));

            outlines.forgetPages();

            assertThat(find(outlines, Kind.ENVELOPE, letter(1))).isEqualTo(octets("(1)"));
            assertThat(find(outlines, Kind.BODY, letter(2))).isEqualTo(octets("body"));
        }
    }

    @Test
    void what_was_kept_is_there_after_a_restart() {
        keepAll();

        try (Outlines again = open()) {
            Outlines.Kept kept = again.kept(Kind.ENVELOPE, BOX, 1, Long.MAX_VALUE);
            assertThat(kept.of(letter(1))).isEqualTo(octets("(1)"));
            assertThat(kept.of(letter(3))).isEqualTo(octets("(3)"));
            assertThat(find(again, Kind.STRUCTURE, letter(1))).isNull();
        }
    }

    @Test
    void nothing_is_written_before_something_is_kept() {
        try (Outlines outlines = open()) {
            assertThat(file).doesNotExist();
            assertThat(find(outlines, Kind.BODY, letter(1))).isNull();
        }
    }

    @Test
    void what_was_kept_for_another_letter_with_this_number_is_not_told() {
        keepAll();

        try (Outlines again = open()) {
            assertThat(find(again, Kind.ENVELOPE, glance(2, new UUID(6, 2)))).isNull();
        }
    }

    @Test
    void an_octet_that_the_disk_has_changed_is_noticed() {
        UUID id = new UUID(1, 2);
        byte[] sealed = Seal.put(id, octets("(NIL)"));
        assertThat(Seal.open(id, sealed)).isEqualTo(octets("(NIL)"));

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(Seal.open(id, changed)).isNull();
        }
        assertThat(Seal.open(id, new byte[3])).isNull();
    }

    @Test
    void a_damaged_file_is_made_anew() throws IOException {
        Files.writeString(file, "this is no such file".repeat(1000));

        keepAll();

        try (Outlines again = open()) {
            assertThat(find(again, Kind.ENVELOPE, letter(2))).isEqualTo(octets("(2)"));
        }
    }

    @Test
    void what_was_forgotten_can_be_kept_again() {
        keepAll();
        try (Outlines outlines = open()) {
            assertThat(find(outlines, Kind.ENVELOPE, letter(1))).isNotNull();

            outlines.forget();
            assertThat(find(outlines, Kind.ENVELOPE, letter(1))).isNull();

            outlines.keep(Kind.ENVELOPE, BOX, letter(1), octets("()"));
            assertThat(find(outlines, Kind.ENVELOPE, letter(1))).isEqualTo(octets("()"));
        }
    }

    @Test
    void letters_and_mailboxes_that_are_gone_leave_nothing() {
        keepAll();
        Glance gone = Objects.requireNonNull(letters.remove(2L));
        try (Outlines again = open()) {
            assertThat(find(again, Kind.ENVELOPE, gone)).isNull();
            assertThat(find(again, Kind.ENVELOPE, letter(3))).isNotNull();
        }

        List<Glance> all = List.copyOf(letters.values());
        letters.clear();
        try (Outlines again = open()) {
            all.forEach(letter -> assertThat(find(again, Kind.ENVELOPE, letter)).isNull());
        }
    }

    @Test
    void what_is_very_large_is_not_kept_and_much_is_written_in_between() {
        try (Outlines outlines = open()) {
            outlines.keep(Kind.STRUCTURE, BOX, letter(1), new byte[100_000]);
            assertThat(find(outlines, Kind.STRUCTURE, letter(1))).isNull();

            for (int i = 0; i < 40; i++) {
                outlines.keep(Kind.STRUCTURE, BOX, letter(2), new byte[60_000]);
            }
            assertThat(file.toFile().length()).isGreaterThan(100_000);
            assertThat(find(outlines, Kind.STRUCTURE, letter(2))).hasSize(60_000);
        }
    }

    @Test
    void after_the_end_nothing_is_found_or_kept() {
        Outlines outlines = open();
        outlines.keep(Kind.BODY, BOX, letter(1), octets("x"));
        outlines.close();

        outlines.keep(Kind.BODY, BOX, letter(1), octets("x"));
        assertThat(find(outlines, Kind.BODY, letter(1))).isNull();
    }
}

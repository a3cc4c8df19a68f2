package org.mailstation.daemon.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.notes.NoteBook;

class GreylistTest {
    private static final InetAddress SERVER = InetAddress.ofLiteral("198.51.100.7");
    private static final InetAddress NEIGHBOUR = InetAddress.ofLiteral("198.51.100.99");
    private static final InetAddress OTHER = InetAddress.ofLiteral("203.0.113.7");

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static boolean sent(Greylist list, InetAddress from) {
        return list.mustWait(from, "bob@away.example", "anna@home.test");
    }

    @Test
    void who_comes_again_after_some_minutes_is_let_in_and_known_from_then_on() {
        try (NoteBook notes = NoteBook.inMemory()) {
            Greylist list = new Greylist(notes.map("g"), clock());

            assertThat(sent(list, SERVER)).isTrue();
            now = now.plus(Duration.ofMinutes(1));
            assertThat(sent(list, SERVER)).isTrue();
            now = now.plus(Duration.ofMinutes(5));
            assertThat(sent(list, NEIGHBOUR)).isFalse();
            assertThat(list.mustWait(SERVER, "x@else.example", "ben@home.test")).isFalse();
            assertThat(sent(list, OTHER)).isTrue();
        }
    }

    @Test
    void another_sender_does_not_profit_from_the_wait_of_the_first() {
        try (NoteBook notes = NoteBook.inMemory()) {
            Greylist list = new Greylist(notes.map("g"), clock());
            sent(list, SERVER);
            now = now.plus(Duration.ofMinutes(10));

            assertThat(list.mustWait(SERVER, "x@else.example", "anna@home.test")).isTrue();
        }
    }

    @Test
    void who_comes_again_after_days_begins_anew_and_who_is_not_heard_of_is_forgotten() {
        try (NoteBook notes = NoteBook.inMemory()) {
            Greylist list = new Greylist(notes.map("g"), clock());
            sent(list, SERVER);
            now = now.plus(Duration.ofDays(3));
            assertThat(sent(list, SERVER)).isTrue();

            list.isKnown(SERVER);
            assertThat(sent(list, SERVER)).isFalse();
            now = now.plus(Duration.ofDays(50));
            assertThat(sent(list, SERVER)).isTrue();
        }
    }

    @Test
    void it_remembers_over_a_restart() throws Exception {
        Path file = folder.resolve("notes.mv");
        try (NoteBook notes = NoteBook.open(file)) {
            assertThat(sent(new Greylist(notes.map("g"), clock()), SERVER)).isTrue();
        }
        now = now.plus(Duration.ofMinutes(10));
        try (NoteBook notes = NoteBook.open(file)) {
            assertThat(sent(new Greylist(notes.map("g"), clock()), SERVER)).isFalse();
        }
    }

    @Test
    void a_damaged_file_is_put_aside() throws Exception {
        Path file = folder.resolve("notes.mv");
        Files.writeString(file, "no such thing ".repeat(1000));

        try (NoteBook notes = NoteBook.open(file)) {
            notes.<String, Long>map("g").put("a", 1L);
        }
        assertThat(folder.resolve("notes.mv.damaged")).exists();
    }

    @Test
    void made_up_senders_do_not_fill_the_disk() {
        try (NoteBook notes = NoteBook.inMemory()) {
            var seen = notes.<String, Long>map("g");
            Greylist list = new Greylist(seen, clock());
            for (int i = 0; i < 60_000; i++) {
                list.mustWait(OTHER, "x" + i + "@x.example", "anna@home.test");
            }

            assertThat(seen.size()).isLessThanOrEqualTo(50_001);
        }
    }
}

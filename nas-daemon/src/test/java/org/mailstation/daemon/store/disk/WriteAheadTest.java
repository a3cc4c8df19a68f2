package org.mailstation.daemon.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.Frame;

class WriteAheadTest {
    @TempDir Path folder;

    private WriteAhead ahead;

    @BeforeEach
    void open() throws IOException {
        ahead = WriteAhead.open(new RealDisk(), folder);
    }

    @AfterEach
    void close() throws IOException {
        ahead.close();
    }

    private static Entry entry(long sequence, String content) {
        byte[] octets = content.getBytes(StandardCharsets.UTF_8);
        return new Entry(
                new Frame(sequence, List.of(new Change.RemoveLetter(1, sequence))),
                List.of(new Entry.Body(1, sequence, octets)));
    }

    private List<String> reopened() throws IOException {
        close();
        open();
        List<String> found = new ArrayList<>();
        ahead.read(
                one ->
                        found.add(
                                one.frame().sequence()
                                        + " "
                                        + new String(
                                                one.bodies().getFirst().content(),
                                                StandardCharsets.UTF_8)));
        return found;
    }

    @Test
    void what_was_appended_is_found_with_its_letters_in_order() throws IOException {
        ahead.clear();
        ahead.append(List.of(entry(1, "one"), entry(2, "two")));
        ahead.append(List.of(entry(3, "three")));

        assertThat(reopened()).containsExactly("1 one", "2 two", "3 three");
    }

    @Test
    void the_older_part_is_told_first_also_after_many_turns() throws IOException {
        ahead.clear();
        for (int number = 1; number <= 5; number++) {
            ahead.append(List.of(entry(number, "letter")));
            ahead.turn();
            assertThat(ahead.isEmpty()).isTrue();
        }
        ahead.append(List.of(entry(6, "letter")));

        assertThat(reopened()).containsExactly("5 letter", "6 letter");
    }

    @Test
    void what_an_earlier_use_has_left_behind_the_end_is_not_taken_for_an_entry()
            throws IOException {
        ahead.clear();
        ahead.append(List.of(entry(1, "same size"), entry(2, "same size")));
        ahead.turn();
        ahead.append(List.of(entry(3, "other")));
        ahead.turn();
        ahead.append(List.of(entry(4, "same size")));

        assertThat(reopened()).containsExactly("3 other", "4 same size");
    }

    @Test
    void an_entry_that_was_not_written_completely_is_left_out() throws IOException {
        ahead.clear();
        ahead.append(List.of(entry(1, "one")));
        long end = 8 + entry(1, "one").head(1).length + 3;
        ahead.append(List.of(entry(2, "two")));
        Path file = folder.resolve("ahead.0");
        byte[] whole = Files.readAllBytes(file);
        for (int octet = 0; octet < 8; octet++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, (int) end + octet, (int) end + 60, (byte) 0);
            Files.write(file, torn, StandardOpenOption.WRITE);

            assertThat(reopened()).as("from octet %s", octet).containsExactly("1 one");
        }
    }

    @Test
    void a_cleared_one_is_empty_but_keeps_its_room() throws IOException {
        ahead.clear();
        ahead.append(List.of(entry(1, "one")));
        long size = Files.size(folder.resolve("ahead.0"));

        ahead.clear();

        assertThat(reopened()).isEmpty();
        assertThat(Files.size(folder.resolve("ahead.0"))).isEqualTo(size);
    }

    @Test
    void a_part_has_room_for_so_much_only_but_takes_anything_when_it_is_empty() throws IOException {
        ahead.clear();
        assertThat(ahead.fits(Long.MAX_VALUE)).isTrue();
        ahead.append(List.of(entry(1, "one")));

        assertThat(ahead.fits(1000)).isTrue();
        assertThat(ahead.fits(WriteAheadPart.LARGEST)).isFalse();
    }
}

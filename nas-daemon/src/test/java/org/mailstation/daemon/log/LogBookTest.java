package org.mailstation.daemon.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBookTest {
    @TempDir Path folder;

    private List<String> tail(int most) {
        return new LogBook(folder).tail(most).lines();
    }

    @Test
    void no_log_yet_means_no_lines() {
        assertThat(tail(10)).isEmpty();
    }

    @Test
    void the_newest_lines_come_oldest_first() throws IOException {
        Files.writeString(folder.resolve(LogSetup.FILE), "one\ntwo\nthree\n");
        assertThat(tail(2)).containsExactly("two", "three");
        assertThat(tail(10)).containsExactly("one", "two", "three");
    }

    @Test
    void lines_from_before_the_file_was_turned_over_come_first() throws IOException {
        Files.writeString(folder.resolve(LogSetup.BEFORE), "zero\n");
        Files.writeString(folder.resolve(LogSetup.FILE), "one\n");
        assertThat(tail(10)).containsExactly("zero", "one");
        assertThat(tail(1)).containsExactly("one");
    }

    @Test
    void an_answer_is_never_larger_than_a_message_may_be() throws IOException {
        String line = "x".repeat(999);
        Files.write(
                folder.resolve(LogSetup.FILE),
                IntStream.range(0, 5000).mapToObj(_ -> line).toList());
        List<String> lines = tail(10_000);
        assertThat(lines).hasSizeBetween(900, 1000).allMatch(line::equals);
    }

    @Test
    void a_cut_in_the_middle_of_a_letter_does_no_harm() throws IOException {
        Files.writeString(folder.resolve(LogSetup.FILE), "ä".repeat(600_000) + "\nlast\n");
        assertThat(tail(10)).containsExactly("last");
    }
}

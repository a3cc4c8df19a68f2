package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More letters than are changed in one commit (RFC 3501 6.4.6, RFC 7162 3.1.3). */
class ManyFlagsTest {
    private static final int LETTERS = 2100;
    private static final Pattern MODSEQ = Pattern.compile("MODSEQ \\((\\d+)\\)");

    @TempDir Path data;
    private TestStation station;
    private LineClient anna;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(data, Configs.station("home.test", "anna"));
        anna = station.imap("anna@home.test");
        anna.raw("t1 APPEND INBOX {18+}\r\nSubject: Hello\r\n\r\n\r\n");
        anna.tagged();
        anna.imap("SELECT INBOX");
        for (int count = 1; count < LETTERS; count *= 2) {
            anna.imap("COPY 1:" + Math.min(count, LETTERS - count) + " INBOX");
        }
        anna.imap("NOOP");
    }

    @AfterEach
    void stop() throws IOException {
        anna.close();
        station.close();
    }

    private long count(String key) throws IOException {
        String found =
                anna.imap("SEARCH " + key).stream()
                        .filter(line -> line.startsWith("* SEARCH"))
                        .findFirst()
                        .orElseThrow();
        return found.split(" ").length - 2L;
    }

    private static List<String> numbers(List<String> answers) {
        return answers.stream()
                .filter(line -> line.contains(" FETCH "))
                .map(line -> line.split(" ")[1])
                .distinct()
                .toList();
    }

    @Test
    void all_are_marked_and_told_in_their_order_and_answered_once() throws IOException {
        List<String> answers = anna.imap("STORE 1:* +FLAGS (\\Flagged)");

        assertThat(answers.getLast()).startsWith("t1 OK");
        assertThat(answers).filteredOn(line -> line.startsWith("t1 ")).hasSize(1);
        assertThat(numbers(answers)).hasSize(LETTERS).startsWith("1", "2").endsWith("" + LETTERS);
        assertThat(count("FLAGGED")).isEqualTo(LETTERS);
    }

    @Test
    void by_uid_too_also_when_numbers_far_beyond_are_named() throws IOException {
        List<String> answers = anna.imap("UID STORE 3:999999999 +FLAGS.SILENT (\\Seen)");

        assertThat(answers.getLast()).startsWith("t1 OK");
        assertThat(count("UNSEEN")).isEqualTo(2);
    }

    @Test
    void another_program_is_told_of_all_of_them() throws IOException {
        try (LineClient other = station.imap("anna@home.test")) {
            other.imap("SELECT INBOX");
            anna.imap("UID STORE 1:* +FLAGS.SILENT (\\Answered)");

            assertThat(numbers(other.imap("NOOP"))).hasSize(LETTERS);
        }
    }

    @Test
    void those_that_somebody_else_has_changed_are_left_and_named() throws IOException {
        Matcher known =
                MODSEQ.matcher(String.join(" ", anna.imap("FETCH " + LETTERS + " (MODSEQ)")));
        assertThat(known.find()).isTrue();
        anna.imap("STORE 5:7,2050 +FLAGS (\\Flagged)");

        List<String> answers =
                anna.imap("STORE 1:* (UNCHANGEDSINCE " + known.group(1) + ") +FLAGS (\\Seen)");

        assertThat(answers.getLast()).startsWith("t1 OK [MODIFIED 5:7,2050]");
        assertThat(count("UNSEEN")).isEqualTo(4);
        assertThat(count("UNSEEN FLAGGED")).isEqualTo(4);
    }

    @Test
    void nothing_is_changed_when_a_number_is_named_that_there_is_not() throws IOException {
        assertThat(anna.imap("STORE 1:" + (LETTERS + 1) + " +FLAGS (\\Seen)").getLast())
                .startsWith("t1 BAD");
        assertThat(count("UNSEEN")).isEqualTo(LETTERS);
    }
}

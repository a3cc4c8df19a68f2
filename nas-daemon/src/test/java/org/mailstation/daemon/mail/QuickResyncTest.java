package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail program that knows a mailbox from before, and another one that has changed it. */
class QuickResyncTest {
    private static final String ANNA = "anna@home.test";
    private static final int LETTERS = 10;

    @TempDir Path folder;
    private TestStation station;
    private LineClient other;
    private LineClient anna;
    private long validity;
    private long modSeq;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(folder, Configs.station("home.test", "anna"));
        other = station.imap(ANNA);
        for (int number = 0; number < LETTERS; number++) {
            append(number);
        }
        List<String> opened = other.imap("SELECT INBOX");
        validity = number(opened, "UIDVALIDITY");
        modSeq = number(opened, "HIGHESTMODSEQ");
        anna = station.imap(ANNA);
        assertThat(anna.imap("ENABLE QRESYNC"))
                .anyMatch(line -> line.startsWith("* ENABLED") && line.contains("QRESYNC"));
    }

    @AfterEach
    void stop() throws Exception {
        anna.close();
        other.close();
        station.close();
    }

    private void append(int number) throws IOException {
        String letter = "Subject: letter " + number + "\r\n\r\nx\r\n";
        assertThat(other.ask("t1 APPEND INBOX {" + letter.length() + "}")).startsWith("+");
        other.raw(letter + "\r\n");
        assertThat(other.tagged().getLast()).startsWith("t1 OK");
    }

    private static long number(List<String> lines, String code) {
        String mark = "[" + code + " ";
        String line = lines.stream().filter(one -> one.contains(mark)).findFirst().orElseThrow();
        int start = line.indexOf(mark) + mark.length();
        return Long.parseLong(line.substring(start, line.indexOf(']', start)));
    }

    private void remove(String uids) throws IOException {
        other.imap("UID STORE " + uids + " +FLAGS.SILENT (\\Deleted)");
        assertThat(other.imap("EXPUNGE").getLast()).startsWith("t1 OK");
    }

    private static List<String> starting(List<String> lines, String... words) {
        return lines.stream()
                .filter(line -> List.of(words).stream().anyMatch(line::contains))
                .toList();
    }

    @Test
    void it_is_announced() throws IOException {
        assertThat(anna.imap("CAPABILITY").getFirst()).contains(" QRESYNC").contains(" CONDSTORE");
    }

    @Test
    void who_comes_back_hears_what_is_gone_at_both_ends_too_and_then_which_flags_have_changed()
            throws IOException {
        other.imap("STORE 5 +FLAGS (\\Flagged)");
        remove("1:2,4,9:10");

        List<String> opened =
                anna.imap("SELECT INBOX (QRESYNC (%d %d))".formatted(validity, modSeq));

        List<String> news = starting(opened, "VANISHED", " FETCH ");
        assertThat(news).hasSize(2);
        assertThat(news.getFirst()).isEqualTo("* VANISHED (EARLIER) 1:2,4,9:10");
        assertThat(news.getLast())
                .startsWith("* 2 FETCH (")
                .contains("UID 5", "\\Flagged", "MODSEQ (");
        assertThat(opened).contains("* 5 EXISTS");
        assertThat(opened.getLast()).startsWith("t1 OK");
        assertThat(number(opened, "HIGHESTMODSEQ")).isGreaterThan(modSeq);
    }

    @Test
    void whose_knowledge_is_fresh_hears_nothing() throws IOException {
        List<String> opened =
                anna.imap("SELECT INBOX (QRESYNC (%d %d))".formatted(validity, modSeq));

        assertThat(starting(opened, "VANISHED", " FETCH ")).isEmpty();
        assertThat(opened).contains("* 10 EXISTS");
    }

    @Test
    void that_letters_went_counts_as_a_change_of_its_own() throws IOException {
        remove("3");

        long now = number(anna.imap("SELECT INBOX"), "HIGHESTMODSEQ");

        assertThat(now).isGreaterThan(modSeq);
    }

    @Test
    void an_emptied_mailbox_has_lost_them_all() throws IOException {
        remove("1:*");

        List<String> opened =
                anna.imap("EXAMINE INBOX (QRESYNC (%d %d))".formatted(validity, modSeq));

        assertThat(opened).contains("* VANISHED (EARLIER) 1:10").contains("* 0 EXISTS");
    }

    @Test
    void only_what_was_asked_for_is_told() throws IOException {
        other.imap("STORE 5,8 +FLAGS (\\Flagged)");
        remove("1:2,4,9:10");

        List<String> opened =
                anna.imap("SELECT INBOX (QRESYNC (%d %d 2:5,10))".formatted(validity, modSeq));

        assertThat(starting(opened, "VANISHED")).containsExactly("* VANISHED (EARLIER) 2,4,10");
        assertThat(starting(opened, " FETCH ")).hasSize(1);
    }

    @Test
    void letters_whose_numbers_the_client_knows_tell_it_what_is_gone_before_them()
            throws IOException {
        remove("2,4,9");

        List<String> opened =
                anna.imap(
                        "SELECT INBOX (QRESYNC (%d %d 1:10 (1:2,4 1,3,6)))"
                                .formatted(validity, modSeq));

        assertThat(starting(opened, "VANISHED")).containsExactly("* VANISHED (EARLIER) 9");
    }

    @Test
    void who_knows_another_mailbox_of_that_name_begins_anew() throws IOException {
        remove("1");

        List<String> opened =
                anna.imap("SELECT INBOX (QRESYNC (%d %d))".formatted(validity + 1, modSeq));

        assertThat(starting(opened, "VANISHED", " FETCH ")).isEmpty();
        assertThat(opened.getLast()).startsWith("t1 OK");
    }

    @Test
    void who_did_not_enable_it_is_refused() throws IOException {
        assertThat(other.imap("SELECT INBOX (QRESYNC (1 1))").getLast()).startsWith("t1 BAD");
    }

    @Test
    void a_fetch_of_changes_tells_first_what_is_gone() throws IOException {
        anna.imap("SELECT INBOX");
        other.imap("STORE 5 +FLAGS (\\Flagged)");
        remove("1:2,10");
        anna.imap("NOOP");

        List<String> answer =
                anna.imap("UID FETCH 1:* (FLAGS) (CHANGEDSINCE %d VANISHED)".formatted(modSeq));

        assertThat(answer.getFirst()).isEqualTo("* VANISHED (EARLIER) 1:2,10");
        assertThat(answer.get(1)).startsWith("* 3 FETCH (").contains("UID 5", "\\Flagged");
        assertThat(answer.getLast()).startsWith("t1 OK");
        assertThat(answer).hasSize(3);
    }

    @Test
    void a_fetch_of_what_is_gone_needs_uids_and_a_number_of_change() throws IOException {
        anna.imap("SELECT INBOX");

        assertThat(anna.imap("UID FETCH 1:* (FLAGS) (VANISHED)").getLast()).startsWith("t1 BAD");
        assertThat(anna.imap("FETCH 1 (FLAGS)").getFirst()).contains("UID 1");
    }

    @Test
    void news_name_uids_and_numbers_of_change() throws IOException {
        anna.imap("SELECT INBOX");
        other.imap("STORE 5 +FLAGS (\\Flagged)");
        remove("2:3");

        List<String> news = anna.imap("NOOP");

        assertThat(news).contains("* VANISHED 2:3").noneMatch(line -> line.contains("EXPUNGE"));
        assertThat(starting(news, " FETCH "))
                .singleElement()
                .asString()
                .contains("UID 5", "MODSEQ (");
    }

    @Test
    void who_removes_hears_the_new_number_of_change() throws IOException {
        anna.imap("SELECT INBOX");
        anna.imap("UID STORE 2 +FLAGS.SILENT (\\Deleted)");

        List<String> answer = anna.imap("EXPUNGE");

        assertThat(answer).contains("* VANISHED 2");
        assertThat(number(answer, "HIGHESTMODSEQ")).isGreaterThan(modSeq);
    }
}

package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.Slice;

/** COPY and MOVE tell exactly what they did, also of more letters than go into one commit. */
@Timeout(300)
class ImapPassingTest {
    private static final String ANNA = "anna@home.test";

    @TempDir Path folder;
    private TestStation station;
    private LineClient client;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(folder, Configs.station("home.test", "anna"));
        client = station.imap(ANNA);
        client.imap("CREATE from");
        client.imap("CREATE to");
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        station.close();
    }

    private void fill(int letters) throws IOException {
        client.imap("APPEND from {1+}\r\nx");
        client.imap("SELECT from");
        for (int there = 1; there < letters; there *= 2) {
            client.imap("COPY 1:" + Math.min(there, letters - there) + " from");
            client.imap("NOOP");
        }
    }

    private void remove(String uids) throws IOException {
        client.imap("UID STORE " + uids + " +FLAGS.SILENT (\\Deleted)");
        client.imap("EXPUNGE");
    }

    private static String codeOf(List<String> answers) {
        return answers.stream()
                .filter(line -> line.contains("[COPYUID "))
                .map(line -> line.replaceAll(".*\\[COPYUID [0-9]+ ([^]]*)].*", "$1"))
                .findFirst()
                .orElse("");
    }

    private long messages(String box) throws IOException {
        return Long.parseLong(
                client.imap("STATUS " + box + " (MESSAGES)")
                        .getFirst()
                        .replaceAll(".*MESSAGES ([0-9]+).*", "$1"));
    }

    /** RFC 4315 3: UIDs, of letters that are there, in the order of the new ones. */
    @Test
    void a_copy_names_the_uids_of_the_letters_it_found() throws IOException {
        fill(6);
        remove("1,4");

        assertThat(codeOf(client.imap("COPY 2:3 to"))).isEqualTo("3,5 1:2");
        assertThat(codeOf(client.imap("UID COPY 1:* to"))).isEqualTo("2:3,5:6 3:6");
        assertThat(codeOf(client.imap("UID COPY 6,2:3,2 to"))).isEqualTo("2:3,6 7:9");
    }

    @Test
    void a_copy_of_letters_that_are_gone_names_none() throws IOException {
        fill(2);
        remove("1");

        assertThat(client.imap("UID COPY 1 to")).containsExactly("t1 OK COPY completed.");
    }

    /** RFC 6851 4.3. */
    @Test
    void a_move_names_the_new_uids_before_the_letters_leave() throws IOException {
        fill(4);

        List<String> answers = client.imap("MOVE 2:3 to");

        assertThat(answers)
                .element(0)
                .asString()
                .matches("\\* OK \\[COPYUID [0-9]+ 2:3 1:2] Letters were moved\\.");
        assertThat(answers.subList(1, 3)).containsOnly("* 2 EXPUNGE");
        assertThat(answers).last().isEqualTo("t1 OK MOVE completed.");
        assertThat(client.imap("UID SEARCH ALL").getFirst()).isEqualTo("* SEARCH 1 4");
    }

    @Test
    void a_move_tells_a_program_that_resynchronizes_in_one_line() throws IOException {
        fill(4);
        client.imap("ENABLE QRESYNC");
        client.imap("SELECT from");

        assertThat(client.imap("UID MOVE 1:3 to"))
                .contains("* VANISHED 1:3")
                .last()
                .isEqualTo("t1 OK MOVE completed.");
    }

    @Test
    void letters_stay_where_there_is_no_such_mailbox() throws IOException {
        fill(1);

        for (String command : List.of("COPY 1 nowhere", "MOVE 1 nowhere")) {
            assertThat(client.imap(command)).last().asString().startsWith("t1 NO [TRYCREATE]");
        }
        assertThat(messages("from")).isEqualTo(1);
    }

    /** RFC 3501 6.4.7: the other mailbox is as it was before, and its other readers hear so. */
    @Test
    void a_copy_that_fails_in_the_middle_is_taken_back() throws IOException {
        int letters = Slice.LETTERS + 3;
        fill(letters);
        loseFile(letters - 1);
        try (LineClient other = station.imap(ANNA)) {
            other.imap("SELECT to");

            assertThat(client.imap("COPY 1:* to")).last().asString().startsWith("t1 NO COPY");
            assertThat(messages("to")).isZero();
            assertThat(messages("from")).isEqualTo(letters);
            other.imap("NOOP");
            assertThat(other.imap("UID SEARCH ALL").getFirst()).isEqualTo("* SEARCH");
        }
    }

    /** RFC 6851 3.3: each letter is moved or not, and the client learns which. */
    @Test
    void a_move_that_fails_in_the_middle_tells_how_far_it_came() throws IOException {
        int moved = Slice.LETTERS;
        fill(moved + 3);
        loseFile(moved + 2);

        List<String> answers = client.imap("MOVE 1:* to");

        assertThat(codeOf(answers)).isEqualTo("1:%1$d 1:%1$d".formatted(moved));
        assertThat(Collections.frequency(answers, "* 1 EXPUNGE")).isEqualTo(moved);
        assertThat(answers).last().asString().startsWith("t1 NO MOVE");
        assertThat(messages("to")).isEqualTo(moved);
        assertThat(messages("from")).isEqualTo(3);
    }

    private void loseFile(int uid) throws IOException {
        try (Stream<Path> all = Files.walk(station.data)) {
            Path letter = all.filter(path -> path.endsWith(uid + ".eml")).findFirst().orElseThrow();
            Files.delete(letter);
        }
    }
}

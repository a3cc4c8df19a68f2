package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;

/** Letters of people whose mail programs do not save what they send. */
class SavedSentTest {
    private static final String ANNA = "anna@home.test";
    private static final String BEN = "ben@home.test";

    @TempDir Path folder;
    private TestStation home;

    @BeforeEach
    void start() throws Exception {
        Configs plain = Configs.station("home.test", "anna", "ben");
        List<Account> accounts = new ArrayList<>(plain.accounts());
        accounts.set(0, accounts.getFirst().savingSent(true));
        home = TestStation.running(folder, plain.accounts(accounts));
    }

    @AfterEach
    void stop() {
        home.close();
    }

    private static String letter(String from, String id) {
        String name = id.isEmpty() ? "" : "Message-ID: <" + id + "@laptop>\r\n";
        return "From: " + from + "\r\nSubject: news\r\n" + name + "\r\nthe body\r\n";
    }

    private void send(String from, String id) throws IOException {
        try (LineClient client = home.submission(from)) {
            assertThat(TestStation.send(client, from, List.of(BEN), letter(from, id)))
                    .startsWith("250");
        }
    }

    /** Flags, and whether it is the station's copy, of each letter. */
    private List<String> sent(String user) throws IOException {
        try (LineClient imap = home.imap(user)) {
            imap.imap("SELECT Sent");
            String all =
                    String.join(
                            "\n",
                            imap.imap(
                                    "FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (MESSAGE-ID"
                                            + " X-MAIL-STATION-SAVED)])"));
            return all.lines().filter(line -> line.contains("FETCH (")).toList();
        }
    }

    private void saveAsTheProgramDoes(String letter) throws IOException {
        try (LineClient imap = home.imap(ANNA)) {
            imap.raw("t1 APPEND Sent (\\Seen) {" + letter.length() + "+}\r\n" + letter + "\r\n");
            String answer = imap.line();
            while (answer != null && !answer.startsWith("t1 ")) {
                answer = imap.line();
            }
            assertThat(answer).startsWith("t1 OK");
        }
    }

    @Test
    void what_is_sent_is_in_the_folder_of_sent_letters_and_marked_as_read() throws Exception {
        send(ANNA, "1");
        send(ANNA, "");

        assertThat(sent(ANNA)).hasSize(2).allMatch(line -> line.contains("\\Seen"));
        assertThat(home.inbox(BEN)).noneMatch(letter -> letter.contains("X-Mail-Station-Saved"));
    }

    @Test
    void who_did_not_ask_for_it_gets_nothing_saved() throws Exception {
        send(BEN, "1");

        assertThat(sent(BEN)).isEmpty();
    }

    @Test
    void a_program_that_saves_it_too_leaves_its_own_copy_only() throws Exception {
        send(ANNA, "1");
        send(ANNA, "2");
        saveAsTheProgramDoes(letter(ANNA, "1"));

        TestStation.await(() -> lettersNamed("1@laptop") == 1);
        assertThat(sent(ANNA)).hasSize(2);
        saveAsTheProgramDoes(letter(ANNA, "3"));
        send(ANNA, "3");
        TestStation.await(() -> lettersNamed("3@laptop") == 1);
    }

    private long lettersNamed(String id) {
        try (LineClient imap = home.imap(ANNA)) {
            imap.imap("SELECT Sent");
            List<String> found = imap.imap("SEARCH HEADER Message-ID \"" + id + "\"");
            return found.stream()
                    .filter(line -> line.startsWith("* SEARCH"))
                    .mapToLong(line -> line.split(" ").length - 2L)
                    .sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_letter_that_is_refused_is_not_saved() throws Exception {
        try (LineClient client = home.submission(ANNA)) {
            assertThat(TestStation.send(client, ANNA, List.of(BEN), letter(BEN, "1")))
                    .startsWith("550");
        }
        assertThat(sent(ANNA)).isEmpty();
    }
}

package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Service;

/** What a client does that wants to break something, before and after it has signed in. */
class HostileClientTest {
    private static final String ANNA = "anna@home.test";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir static Path folder;
    private static TestStation station;

    @BeforeAll
    static void start() throws Exception {
        station = TestStation.running(folder, Configs.station("home.test", "anna", "ben"));
        try (LineClient client = station.smtp()) {
            TestStation.send(client, "", List.of(ANNA), "Subject: first\r\n\r\nHello\r\n");
            TestStation.send(client, "", List.of(ANNA), bomb(3000));
        }
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    /** Parts within parts (CVE-2024-21742's neighbours: readers that call themselves). */
    private static String bomb(int depth) {
        StringBuilder letter = new StringBuilder("Subject: bomb\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < depth; i++) {
            letter.append("Content-Type: multipart/mixed; boundary=b").append(i);
            letter.append("\r\n\r\n--b").append(i).append("\r\n");
        }
        return letter.append("Content-Type: text/plain\r\n\r\ndeep inside\r\n").toString();
    }

    private static void stillServes() throws IOException {
        try (LineClient client = station.imap(ANNA)) {
            assertThat(client.imap("SELECT INBOX").getLast()).startsWith("t1 OK");
            assertThat(client.imap("SEARCH SUBJECT first")).contains("* SEARCH 1");
        }
    }

    private static void answered(String command) throws IOException {
        try (LineClient client = station.imap(ANNA)) {
            client.imap("SELECT INBOX");
            List<String> lines = assertTimeoutPreemptively(SOON, () -> client.imap(command));
            assertThat(lines).isNotEmpty();
            assertThat(lines.getLast()).matches("(t1 (OK|NO|BAD)|\\* BYE).*");
        }
        stillServes();
    }

    @Test
    void a_search_of_many_brackets_is_answered() throws Exception {
        answered("SEARCH " + "(".repeat(5000) + "ALL" + ")".repeat(5000));
        answered("SEARCH " + "NOT ".repeat(8000) + "SEEN");
        answered("SEARCH " + "OR SEEN ".repeat(5000) + "SEEN");
    }

    @Test
    void a_search_of_many_words_is_answered() throws Exception {
        answered("SEARCH " + "TEXT x ".repeat(5000).trim());
    }

    @Test
    void a_list_of_many_wildcards_is_answered_in_time() throws Exception {
        String name = "a".repeat(200);
        try (LineClient client = station.imap("ben@home.test")) {
            client.imap("CREATE " + name);
        }
        try (LineClient client = station.imap("ben@home.test")) {
            assertThat(
                            assertTimeoutPreemptively(
                                    SOON,
                                    () -> client.imap("LIST \"\" \"" + "*a".repeat(60) + "b\"")))
                    .last()
                    .asString()
                    .startsWith("t1");
            assertThat(
                            assertTimeoutPreemptively(
                                    SOON,
                                    () -> client.imap("LIST \"\" \"" + "%a".repeat(60) + "b\"")))
                    .last()
                    .asString()
                    .startsWith("t1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:4294967295",
                "4294967295:1",
                "1:*,1:*,1:*,1:*",
                "99999999999999999999",
                "0",
                "-1",
                "*:*",
                "1:",
                ","
            })
    void a_sequence_set_of_any_size_is_answered(String set) throws Exception {
        answered("UID FETCH " + set + " (FLAGS)");
        answered("UID SEARCH UID " + set);
        answered("FETCH " + set + " (FLAGS)");
    }

    @Test
    void a_sequence_set_of_many_pieces_is_answered() throws Exception {
        answered("UID FETCH " + "1:4294967295,".repeat(4000) + "1 (FLAGS)");
    }

    @Test
    void a_letter_of_three_thousand_nested_parts_can_be_read() throws Exception {
        try (LineClient client = station.imap(ANNA)) {
            client.imap("SELECT INBOX");
            for (String what :
                    List.of(
                            "ENVELOPE",
                            "BODYSTRUCTURE",
                            "BODY",
                            "BODY.PEEK[HEADER]",
                            "BODY.PEEK[1.1.1]",
                            "RFC822.SIZE")) {
                List<String> lines =
                        assertTimeoutPreemptively(
                                SOON, () -> client.imap("FETCH 2 (" + what + ")"));
                assertThat(lines.getLast()).as(what).matches("t1 (OK|NO).*");
            }
            assertThat(client.imap("SEARCH BODY \"deep inside\"").getLast()).startsWith("t1 OK");
        }
        assertThat(station.inbox(ANNA)).anyMatch(letter -> letter.contains("deep inside"));
    }

    @Test
    void addresses_and_comments_within_each_other_can_be_read() throws Exception {
        String from = "From: " + "(".repeat(20_000) + "x" + ")".repeat(20_000) + " <a@b.example>";
        String to = "To: " + "g:".repeat(5000) + "a@b.example" + ";".repeat(5000);
        try (LineClient client = station.smtp()) {
            String folded = (from + "\r\n" + to).replaceAll("(.{900})", "$1\r\n ");
            assertThat(
                            TestStation.send(
                                    client,
                                    "",
                                    List.of("ben@home.test"),
                                    folded + "\r\nSubject: deep\r\n\r\nx\r\n"))
                    .startsWith("250");
        }
        try (LineClient client = station.imap("ben@home.test")) {
            client.imap("SELECT INBOX");
            assertThat(
                            assertTimeoutPreemptively(
                                            SOON, () -> client.imap("FETCH 1:* (ENVELOPE)"))
                                    .getLast())
                    .matches("t1 (OK|NO).*");
            assertThat(client.imap("SEARCH SUBJECT deep").getLast()).startsWith("t1 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\\"b",
                "x){",
                "{5}",
                "%",
                "*",
                "]",
                "(",
                "\\Strange",
                "$Forwarded",
                "kw]x"
            })
    void an_odd_keyword_never_breaks_the_answer(String keyword) throws Exception {
        try (LineClient client = station.imap(ANNA)) {
            client.imap("SELECT INBOX");
            List<String> stored = client.imap("STORE 1 +FLAGS (" + keyword + ")");
            if (stored.getLast().startsWith("+")) {
                return; // a literal was announced, and the connection ends here
            }
            List<String> lines = client.imap("FETCH 1 (FLAGS)");
            assertThat(lines.getLast()).startsWith("t1 OK");
            assertThat(lines.stream().filter(line -> line.startsWith("* 1 FETCH")))
                    .allSatisfy(
                            line ->
                                    assertThat(line)
                                            .matches(
                                                    "\\* 1 FETCH \\(FLAGS \\(([\\\\]?[^ (){%*\"\\]\\\\]+"
                                                            + "( [\\\\]?[^ (){%*\"\\]\\\\]+)*)?\\)\\)"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../ben@home.test/INBOX",
                "..",
                "/etc/passwd",
                "a/../../b",
                "&AC8-etc",
                "&AAA-",
                "a\u0000b",
                "${jndi:ldap://x}",
                "&AC4ALg-",
                "INBOX/..",
                "#user.ben@home.test.INBOX"
            })
    void a_folder_of_any_name_stays_in_the_mailbox_of_its_owner(String name) throws Exception {
        try (LineClient client = station.imap(ANNA)) {
            for (String command : List.of("CREATE", "SELECT", "STATUS", "DELETE", "SUBSCRIBE")) {
                client.raw(
                        "t1 "
                                + command
                                + " \""
                                + name
                                + "\""
                                + (command.equals("STATUS") ? " (MESSAGES)" : "")
                                + "\r\n");
                List<String> lines = client.tagged();
                assertThat(lines).isNotEmpty();
                assertThat(lines.getLast()).as(command).startsWith("t1 ");
            }
        }
        stillServes();
        try (var all = java.nio.file.Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .noneMatch(file -> file.contains("jndi") || file.equals("passwd"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000, 60_000})
    void a_name_of_any_length_is_simply_wrong(int length) throws Exception {
        String name = "x".repeat(length);
        try (LineClient client = station.connect(Service.IMAPS)) {
            client.line();
            assertThat(String.valueOf(client.ask("t1 LOGIN " + name + " " + "y")))
                    .matches("(t1 (NO|BAD)|\\* BYE).*");
        }
        try (LineClient client = station.connect(Service.SUBMISSIONS)) {
            client.reply();
            client.smtp("EHLO x");
            assertThat(client.smtp("AUTH PLAIN " + LineClient.base64("\0" + name + "\0y")))
                    .startsWith("5");
        }
        try (LineClient client = station.connect(Service.POP3S)) {
            client.line();
            String user = client.ask("USER " + name);
            assertThat(user).doesNotStartWith("+OK Welcome");
        }
        stillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u00ff", "\r", "%", "*", "..", "/", "'", "${x}"})
    void a_name_of_any_signs_is_simply_wrong(String sign) throws Exception {
        try (LineClient client = station.connect(Service.SUBMISSIONS)) {
            client.reply();
            client.smtp("EHLO x");
            String name = "anna" + sign + "@home.test";
            assertThat(
                            client.smtp(
                                    "AUTH PLAIN "
                                            + LineClient.base64(
                                                    "\0" + name + "\0" + TestStation.PASSWORD)))
                    .startsWith("535");
        }
    }

    @Test
    void a_stranger_gets_no_more_than_64_literals() throws Exception {
        try (LineClient client = station.connect(Service.IMAPS)) {
            client.line();
            client.raw("t1 LOGIN {1+}\r\n");
            String answer = "+";
            for (int i = 0; i < 70; i++) {
                client.raw("a {1+}\r\n");
            }
            client.raw("\r\n");
            answer = String.valueOf(client.line());
            assertThat(answer).matches("(\\* BYE|t1 BAD).*");
        }
        stillServes();
    }

    @Test
    void a_strangers_line_without_end_ends_the_connection() throws Exception {
        for (Service service : List.of(Service.IMAPS, Service.POP3S)) {
            try (LineClient client = station.connect(service)) {
                client.line();
                String answer = String.valueOf(client.ask("t1 " + "x".repeat(70_000)));
                assertThat(answer).matches("(\\* (BYE|BAD)|t1 BAD|-ERR|null).*");
            }
        }
        stillServes();
    }
}

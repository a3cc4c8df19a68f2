package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Service;

class ImapLimitsTest {
    @TempDir static Path folder;
    private static TestStation station;

    @BeforeAll
    static void start() throws Exception {
        station = TestStation.running(folder, Configs.station("home.test", "anna", "ben"));
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOGIN {2000000000}",
                "LOGIN {2000000000+}",
                "LOGIN {8193}",
                "LOGIN {99999999999999999999}",
                "NOOP {100000}"
            })
    void a_stranger_cannot_announce_a_large_literal(String command) throws Exception {
        try (LineClient client = station.connect(Service.IMAPS)) {
            client.line();
            assertThat(client.ask("t1 " + command)).startsWith("* BYE");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void nor_a_large_second_one_cut_in_the_middle() throws Exception {
        try (LineClient client = station.connect(Service.IMAPS)) {
            client.line();
            assertThat(client.ask("t1 LOGIN {4}")).startsWith("+");
            client.raw("anna {20000");
            client.raw("00000}\r\n");
            assertThat(client.line()).startsWith("* BYE");
        }
    }

    @Test
    void a_name_and_password_as_literals_still_work() throws Exception {
        try (LineClient client = station.connect(Service.IMAPS)) {
            client.line();
            assertThat(client.ask("t1 LOGIN {14}")).startsWith("+");
            assertThat(client.ask("anna@home.test {" + TestStation.PASSWORD.length() + "}"))
                    .startsWith("+");
            assertThat(client.ask(TestStation.PASSWORD)).startsWith("t1 OK");
        }
    }

    @Test
    void a_letter_over_the_limit_cannot_be_appended() throws Exception {
        try (LineClient client = station.imap("anna@home.test")) {
            assertThat(client.ask("t1 APPEND INBOX {6000000}")).doesNotStartWith("+");
        }
    }

    @Test
    void a_large_letter_can_be_appended() throws Exception {
        String letter = "Subject: large\r\n\r\n" + "0123456789abcdef\r\n".repeat(150_000);
        try (LineClient client = station.imap("ben@home.test")) {
            assertThat(client.ask("t1 APPEND INBOX {" + letter.length() + "}")).startsWith("+");
            client.raw(letter + "\r\n");
            assertThat(client.tagged().getLast()).startsWith("t1 OK");
        }
        assertThat(station.inbox("ben@home.test")).singleElement().isEqualTo(letter);
    }

    @Test
    void the_inbox_cannot_be_deleted() throws Exception {
        try (LineClient client = station.imap("anna@home.test")) {
            assertThat(client.imap("DELETE INBOX").getLast()).startsWith("t1 NO");
            assertThat(client.imap("DELETE inbox").getLast()).startsWith("t1 NO");
            assertThat(client.imap("SELECT INBOX").getLast()).startsWith("t1 OK");
        }
    }

    @Test
    void other_folders_are_made_and_deleted() throws Exception {
        try (LineClient client = station.imap("anna@home.test")) {
            assertThat(client.imap("CREATE Old").getLast()).startsWith("t1 OK");
            assertThat(client.imap("DELETE Old").getLast()).startsWith("t1 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#user.ben@home.test.INBOX",
                "#user.ben@home.test",
                "ben@home.test.INBOX",
                "../ben@home.test/INBOX",
                "/etc/passwd"
            })
    void nobody_sees_the_mail_of_somebody_else(String name) throws Exception {
        try (LineClient client = station.imap("anna@home.test")) {
            assertThat(client.imap("SELECT \"" + name + "\""))
                    .noneMatch(line -> line.startsWith("t1 OK"));
        }
    }

    @Test
    void a_new_letter_is_pushed_to_an_idling_client() throws Exception {
        try (LineClient client = station.imap("anna@home.test")) {
            client.imap("SELECT INBOX");
            assertThat(client.ask("t1 IDLE")).startsWith("+");
            try (LineClient smtp = station.smtp()) {
                TestStation.send(smtp, "", List.of("anna@home.test"), "Subject: x\r\n\r\nx\r\n");
            }
            assertThat(client.line()).matches("\\* [0-9]+ EXISTS");
            client.raw("DONE\r\n");
            assertThat(client.tagged().getLast()).startsWith("t1 OK");
        }
    }
}

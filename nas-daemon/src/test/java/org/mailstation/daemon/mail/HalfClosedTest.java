package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;

/** Clients that have said everything and close their side (RFC 9293 3.6), but still listen. */
class HalfClosedTest {
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

    private List<String> answers(Service service, String commands) throws Exception {
        try (LineClient client = station.connect(service)) {
            client.raw(commands);
            client.endOfInput();
            return client.rest();
        }
    }

    @RepeatedTest(10)
    void imap_answers_everything_before_the_connection_ends() throws Exception {
        assertThat(answers(Service.IMAP, "a CAPABILITY\r\nb LOGIN x y\r\nc NOOP\r\n"))
                .anyMatch(line -> line.startsWith("a OK"))
                .anyMatch(line -> line.startsWith("b NO"))
                .anyMatch(line -> line.startsWith("c OK"));
    }

    @RepeatedTest(10)
    void smtp_answers_everything_before_the_connection_ends() throws Exception {
        assertThat(answers(Service.SMTP, "EHLO pc\r\nNOOP\r\nRSET\r\nVRFY x\r\n").getLast())
                .startsWith("252");
    }

    @RepeatedTest(10)
    void pop3_answers_everything_before_the_connection_ends() throws Exception {
        List<String> lines = answers(Service.POP3, "CAPA\r\nUSER x\r\nNOOP\r\n");
        assertThat(lines.subList(lines.indexOf(".") + 1, lines.size()))
                .hasSize(2)
                .allMatch(line -> line.startsWith("-ERR"));
    }

    @Test
    void who_says_nothing_and_closes_his_side_is_let_go() throws Exception {
        for (Service service : List.of(Service.IMAP, Service.SMTP, Service.POP3)) {
            assertThat(answers(service, "")).as(service.key()).hasSize(1);
        }
    }

    @RepeatedTest(5)
    void under_tls_everything_is_answered_too() throws Exception {
        try (LineClient client = station.connect(Service.IMAPS)) {
            client.raw("a CAPABILITY\r\nb LOGIN x y\r\nc NOOP\r\n");
            client.endOfInput();
            assertThat(client.rest()).last().asString().startsWith("c OK");
        }
    }

    @Test
    void who_waits_for_news_or_is_in_the_middle_of_a_letter_is_let_go() throws Exception {
        for (String last : List.of("b IDLE\r\n", "b APPEND INBOX {1000+}\r\nSubject: x\r\n")) {
            try (LineClient client = station.connect(Service.IMAPS)) {
                client.line();
                assertThat(client.imap("LOGIN anna@home.test \"" + TestStation.PASSWORD + "\""))
                        .last()
                        .asString()
                        .startsWith("t1 OK");
                client.imap("SELECT INBOX");
                client.raw(last);
                client.endOfInput();
                assertThat(client.rest()).noneMatch(line -> line.startsWith("b OK"));
            }
        }
    }
}

package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Service;

class SmtpStrictnessTest {
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

    @Test
    void the_banner_and_the_answer_to_ehlo_name_the_station() throws Exception {
        try (LineClient client = station.connect(Service.SMTP)) {
            assertThat(client.reply()).startsWith("220 mail.home.test ESMTP");
            assertThat(client.smtp("EHLO x"))
                    .startsWith("250-mail.home.test")
                    .contains("SIZE 5000000");
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SIZE=100,           250
                    SIZE=5000000,       250
                    SIZE=5000001,       552
                    SIZE=99999999999999999999, 552
                    SIZE=-1,            501
                    SIZE=,              501
                    SIZE,               501
                    SIZE=1 SIZE=2,      501
                    BODY=8BITMIME,      250
                    BODY=7BIT,          250
                    BODY=NONSENSE,      501
                    AUTH=<>,            555
                    SMTPUTF8,           250
                    SMTPUTF9,           555
                    RET=FULL,           250
                    RET=HALF,           501
                    """)
    void parameters_of_mail_are_judged(String parameters, String code) throws Exception {
        try (LineClient client = station.smtp()) {
            assertThat(client.smtp("MAIL FROM:<bob@away.example> " + parameters)).startsWith(code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL",
                "MAIL FROM",
                "MAIL FROM:",
                "MAIL FROM:bob@away.example",
                "MAIL FROM:<bob@away.example",
                "MAIL FROM:<bob@away.example>SIZE=1",
                "MAIL FROM:<bob>",
                "MAIL FROM:<bob@@away.example>",
                "MAIL FROM:<b b@away.example>",
                "MAIL FROM:<bob@away.example\rX-Injected: yes>",
                "MAIL FROM:<bob\u0001@away.example>",
                "MAIL TO:<bob@away.example>",
                "EHLO",
                "EHLO a b",
                "EHLO <script>",
                "HELO x\ty",
                "STARTTLS now",
                "DATA x",
                "XCLIENT ADDR=127.0.0.1",
                "PROXY TCP4 127.0.0.1 127.0.0.1 1 2",
                "ETRN home.test",
                "BDAT 10"
            })
    void what_is_no_proper_command_is_refused(String line) throws Exception {
        try (LineClient client = station.smtp()) {
            assertThat(client.smtp(line)).matches("5[05][0-9] .*");
            assertThat(client.smtp("NOOP")).as("and the next one is understood").startsWith("250");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1", "POST / HTTP/1.1", "CONNECT x:25 HTTP/1.1", "host: x"})
    void a_browser_is_cut_at_once(String request) throws Exception {
        try (LineClient client = station.connect(Service.SMTP)) {
            client.reply();
            client.raw(request + "\r\nEHLO x\r\nMAIL FROM:<>\r\n");
            assertThat(client.reply()).startsWith("554");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void a_client_of_nonsense_is_cut() throws Exception {
        try (LineClient client = station.smtp()) {
            String answer = "";
            for (int i = 0; i < 8; i++) {
                answer = client.smtp("NONSENSE");
            }
            assertThat(answer).startsWith("421");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void a_line_without_end_ends_the_connection() throws Exception {
        try (LineClient client = station.smtp()) {
            client.raw("NOOP " + "x".repeat(70_000) + "\r\n");
            assertThat(client.reply()).startsWith("500");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void two_hundred_recipients_are_enough_for_one_letter() throws Exception {
        Path own = folder.resolve("many");
        Configs many = Configs.station("many.test", names(201));
        try (TestStation big = TestStation.running(own, many);
                LineClient client = big.smtp()) {
            client.smtp("MAIL FROM:<>");
            for (int i = 0; i < 200; i++) {
                assertThat(client.smtp("RCPT TO:<u" + i + "@many.test>")).startsWith("250");
            }
            assertThat(client.smtp("RCPT TO:<u200@many.test>")).startsWith("452 4.5.3");
        }
    }

    private static String[] names(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> "u" + i)
                .toArray(String[]::new);
    }

    @Test
    void a_letter_over_the_limit_is_refused_at_its_end_and_the_next_one_taken() throws Exception {
        try (LineClient client = station.smtp()) {
            String tooLarge = "Subject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(5001);
            assertThat(TestStation.send(client, "", List.of("ben@home.test"), tooLarge))
                    .startsWith("552");
            assertThat(
                            TestStation.send(
                                    client,
                                    "",
                                    List.of("ben@home.test"),
                                    "Subject: small\r\n\r\nx\r\n"))
                    .startsWith("250");
        }
        assertThat(station.inbox("ben@home.test")).singleElement().asString().contains("small");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r\n.\n",
                "\r.\r",
                "\r.\r\n",
                "\r\n.\r",
                "\r\r\n.\r\n",
                "\r\n\0.\r\n",
                "\r\n.\0\r\n"
            })
    void only_cr_lf_dot_cr_lf_ends_a_letter(String almost) throws Exception {
        int before = station.inbox("anna@home.test").size();
        try (LineClient client = station.smtp()) {
            client.smtp("MAIL FROM:<bob@away.example>");
            client.smtp("RCPT TO:<anna@home.test>");
            client.smtp("DATA");
            client.raw(
                    "Subject: outer\r\n\r\nfirst"
                            + almost
                            + "MAIL FROM:<evil@home.test>\r\nRCPT TO:<anna@home.test>\r\nDATA\r\n"
                            + "Subject: smuggled\r\n\r\nsecond\r\n.\r\nQUIT\r\n");
            StringBuilder answers = new StringBuilder();
            for (String line = client.line(); line != null; line = client.line()) {
                answers.append(line).append('\n');
            }
            assertThat(answers.toString().lines().filter(line -> line.startsWith("250")))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(answers).doesNotContain("354");
        }
        List<String> letters = station.inbox("anna@home.test");
        assertThat(letters.size() - before).isLessThanOrEqualTo(1);
        assertThat(letters.subList(before, letters.size()))
                .noneMatch(letter -> letter.contains("Return-Path: <evil"));
    }

    @Test
    void pipelined_commands_are_answered_in_order() throws Exception {
        try (LineClient client = station.smtp()) {
            client.raw(
                    "MAIL FROM:<>\r\nRCPT TO:<nobody@home.test>\r\nRCPT TO:<anna@home.test>\r\nRSET\r\n");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).startsWith("550");
            assertThat(client.reply()).startsWith("250 2.1.5");
            assertThat(client.reply()).startsWith("250 2.0.0");
        }
    }
}

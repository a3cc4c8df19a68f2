package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailstation.config.Service;

class LoginOnlyUnderTlsTest {
    private static final String PLAIN =
            LineClient.base64("\0anna@home.test\0" + TestStation.PASSWORD);

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
    @EnumSource(names = {"SMTP", "SUBMISSION"})
    void smtp_neither_offers_nor_takes_a_login_in_clear(Service service) throws Exception {
        try (LineClient client = station.connect(service)) {
            client.reply();
            assertThat(client.smtp("EHLO x")).contains("STARTTLS").doesNotContain("AUTH");
            assertThat(client.smtp("AUTH PLAIN " + PLAIN)).matches("(502|530) .*");
            assertThat(client.smtp("AUTH LOGIN"))
                    .as("no password is asked for")
                    .matches("(502|530) .*");
        }
    }

    @Test
    void port_25_takes_no_login_even_under_tls() throws Exception {
        try (LineClient client = station.smtp()) {
            assertThat(client.smtp("STARTTLS")).startsWith("220");
            client.encrypt();
            assertThat(client.smtp("EHLO x")).doesNotContain("AUTH").doesNotContain("STARTTLS");
            assertThat(client.smtp("AUTH PLAIN " + PLAIN)).startsWith("502");
        }
    }

    @Test
    void submission_takes_a_login_after_starttls() throws Exception {
        try (LineClient client = station.connect(Service.SUBMISSION)) {
            client.reply();
            client.smtp("EHLO x");
            client.smtp("STARTTLS");
            client.encrypt();
            assertThat(client.smtp("AUTH PLAIN " + PLAIN))
                    .as("EHLO must be said again")
                    .startsWith("503");
            assertThat(client.smtp("EHLO x")).contains("AUTH PLAIN LOGIN");
            assertThat(client.smtp("AUTH PLAIN " + PLAIN)).startsWith("235");
        }
    }

    @Test
    void the_older_login_works_too() throws Exception {
        try (LineClient client = station.connect(Service.SUBMISSIONS)) {
            client.reply();
            client.smtp("EHLO x");
            assertThat(client.smtp("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
            assertThat(client.smtp(LineClient.base64("Anna@home.test")))
                    .isEqualTo("334 UGFzc3dvcmQ6");
            assertThat(client.smtp(LineClient.base64(TestStation.PASSWORD))).startsWith("235");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP"})
    void imap_refuses_login_in_clear(Service service) throws Exception {
        try (LineClient client = station.connect(service)) {
            client.line();
            assertThat(client.imap("CAPABILITY").getFirst())
                    .contains("STARTTLS", "LOGINDISABLED")
                    .doesNotContain("AUTH=PLAIN");
            assertThat(
                            client.imap("LOGIN anna@home.test \"" + TestStation.PASSWORD + "\"")
                                    .getLast())
                    .startsWith("t1 NO");
            assertThat(client.imap("AUTHENTICATE PLAIN").getLast()).startsWith("t1 NO");
            assertThat(client.imap("STARTTLS").getLast()).startsWith("t1 OK");
            client.encrypt();
            assertThat(
                            client.imap("LOGIN anna@home.test \"" + TestStation.PASSWORD + "\"")
                                    .getLast())
                    .startsWith("t1 OK");
        }
    }

    @Test
    void pop3_refuses_login_in_clear() throws Exception {
        try (LineClient client = station.connect(Service.POP3)) {
            client.line();
            client.ask("CAPA");
            assertThat(client.multiline()).contains("STLS").doesNotContain("USER");
            assertThat(client.ask("USER anna@home.test")).startsWith("-ERR");
            assertThat(client.ask("PASS " + TestStation.PASSWORD)).startsWith("-ERR");
            assertThat(client.ask("STLS")).startsWith("+OK");
            client.encrypt();
            assertThat(client.ask("USER anna@home.test")).startsWith("+OK");
            assertThat(client.ask("PASS " + TestStation.PASSWORD)).startsWith("+OK");
        }
    }

    @Test
    void what_is_put_behind_starttls_in_clear_is_never_executed() throws Exception {
        try (LineClient client = station.smtp()) {
            client.raw("STARTTLS\r\nMAIL FROM:<evil@away.example>\r\nRCPT TO:<anna@home.test>\r\n");
            assertThat(client.reply()).startsWith("220");
            client.encrypt();
            assertThat(client.smtp("NOOP"))
                    .as("no answer was left over")
                    .startsWith("250 2.0.0 Ok");
            client.smtp("EHLO x");
            assertThat(client.smtp("RCPT TO:<anna@home.test>")).startsWith("503");
        }
        try (LineClient client = station.connect(Service.POP3)) {
            client.line();
            client.raw("STLS\r\nUSER anna@home.test\r\n");
            assertThat(client.line()).startsWith("+OK");
            client.encrypt();
            assertThat(client.ask("PASS " + TestStation.PASSWORD)).startsWith("-ERR");
        }
    }

    @Test
    void a_name_behind_imap_starttls_in_clear_ends_the_connection_or_is_lost() throws Exception {
        try (LineClient client = station.connect(Service.IMAP)) {
            client.line();
            client.raw(
                    "t1 STARTTLS\r\nt2 LOGIN anna@home.test \"" + TestStation.PASSWORD + "\"\r\n");
            List<String> answer = client.tagged();
            assertThat(String.join("\n", answer)).doesNotContain("t2 OK");
        }
    }

    @Test
    void nobody_signs_in_for_somebody_else() throws Exception {
        try (LineClient client = station.connect(Service.SUBMISSIONS)) {
            client.reply();
            client.smtp("EHLO x");
            String asBen =
                    LineClient.base64("ben@home.test\0anna@home.test\0" + TestStation.PASSWORD);
            assertThat(client.smtp("AUTH PLAIN " + asBen)).startsWith("535");
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() throws Exception {
        try (LineClient client = station.connect(Service.SUBMISSIONS)) {
            client.reply();
            client.smtp("EHLO x");
            String wrong =
                    client.smtp(
                            "AUTH PLAIN " + LineClient.base64("\0ben@home.test\0wrong password"));
            String unknown =
                    client.smtp(
                            "AUTH PLAIN "
                                    + LineClient.base64("\0nobody@home.test\0wrong password"));
            assertThat(wrong).isEqualTo(unknown).startsWith("535");
            assertThat(client.smtp("AUTH PLAIN " + LineClient.base64("\0\0"))).startsWith("421");
        }
    }
}

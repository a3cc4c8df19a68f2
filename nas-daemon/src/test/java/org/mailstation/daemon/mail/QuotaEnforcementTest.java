package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;

/** An account with a limit of one megabyte, by every way in which letters come. */
class QuotaEnforcementTest {
    private static final String ANNA = "anna@home.test";
    private static final String LETTER =
            "Subject: big\r\n\r\n" + "0123456789012345678901234567890123456789\r\n".repeat(15_000);

    @TempDir Path data;
    private TestStation station;
    private Configs configs;

    @BeforeEach
    void start() throws Exception {
        Configs all = Configs.station("home.test", "anna", "ben");
        configs = all.accounts(List.of(limited(1), all.accounts().getLast()));
        station = TestStation.running(data, configs);
    }

    private static Account limited(long megabytes) {
        return new Account(ANNA, "anna", megabytes, true);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private void send(String expected) throws IOException {
        try (LineClient client = station.smtp()) {
            assertThat(TestStation.send(client, "bob@away.test", List.of(ANNA), LETTER))
                    .startsWith(expected);
        }
    }

    @Test
    void a_letter_that_does_not_fit_is_not_taken_now() throws IOException {
        send("250");
        send("452 4.2.2");

        assertThat(station.inbox(ANNA)).hasSize(1);
    }

    @Test
    void a_letter_whose_size_is_announced_is_refused_before_it_is_sent() throws IOException {
        send("250");
        try (LineClient client = station.smtp()) {
            client.smtp("MAIL FROM:<bob@away.test> SIZE=" + LETTER.length());

            assertThat(client.smtp("RCPT TO:<" + ANNA + ">")).startsWith("452 4.2.2");
            assertThat(client.smtp("RCPT TO:<ben@home.test>")).startsWith("250");
        }
    }

    @Test
    void append_and_copy_say_that_the_mailbox_is_full() throws IOException {
        send("250");
        try (LineClient client = station.imap(ANNA)) {
            assertThat(append(client)).startsWith("t1 NO [OVERQUOTA]");
            client.imap("SELECT INBOX");
            assertThat(client.imap("COPY 1 INBOX").getLast()).startsWith("t1 NO [OVERQUOTA]");
            client.imap("CREATE Elsewhere");
            assertThat(client.imap("MOVE 1 Elsewhere").getLast()).startsWith("t1 OK");
        }
    }

    private static String append(LineClient client) throws IOException {
        client.raw("t1 APPEND INBOX {" + LETTER.length() + "}\r\n");
        assertThat(client.line()).startsWith("+");
        client.raw(LETTER + "\r\n");
        return client.tagged().getLast();
    }

    @Test
    void a_client_can_ask_what_is_used_and_what_is_allowed() throws IOException {
        send("250");
        try (LineClient client = station.imap(ANNA)) {
            List<String> answer = client.imap("GETQUOTAROOT INBOX");

            assertThat(answer)
                    .anySatisfy(line -> assertThat(line).startsWith("* QUOTAROOT \"INBOX\""))
                    .anySatisfy(
                            line -> assertThat(line).matches(".*\\(STORAGE 6[0-9]{2} 976\\).*"));
        }
    }

    @Test
    void who_deletes_letters_gets_new_ones_again() throws IOException {
        send("250");
        try (LineClient client = station.imap(ANNA)) {
            client.imap("SELECT INBOX");
            client.imap("STORE 1 +FLAGS (\\Deleted)");
            client.imap("EXPUNGE");
        }

        send("250");
    }

    @Test
    void a_higher_limit_counts_at_once_and_the_count_survives_a_restart() throws Exception {
        send("250");
        station.restart(configs);
        send("452 4.2.2");

        station.apply(configs.accounts(List.of(limited(2), configs.accounts().getLast())));

        send("250");
    }
}

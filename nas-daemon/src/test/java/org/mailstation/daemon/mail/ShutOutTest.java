package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.control.Ban;
import org.mailstation.control.StationEvent;

/** Strangers who guess, harvest and talk nonsense, over real connections. */
class ShutOutTest {
    @TempDir Path data;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        TestStation.World world = new TestStation.World();
        world.isHome = _ -> false;
        station = TestStation.running(data, Configs.station("home.test", "anna"), world);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private String guess(Service service, String password) throws Exception {
        try (LineClient client = station.connect(service)) {
            client.line();
            return switch (service) {
                case IMAPS -> client.imap("LOGIN anna@home.test \"" + password + "\"").getLast();
                case POP3S -> {
                    client.ask("USER anna@home.test");
                    yield String.valueOf(client.ask("PASS " + password));
                }
                default -> {
                    client.smtp("EHLO x");
                    yield client.smtp(
                            "AUTH PLAIN " + LineClient.base64("\0anna@home.test\0" + password));
                }
            };
        }
    }

    @Test
    void guesses_count_over_all_protocols_and_end_in_a_ban_that_is_told() throws Exception {
        List<Service> doors = List.of(Service.IMAPS, Service.POP3S, Service.SUBMISSIONS);
        for (int i = 0; i < 12; i++) {
            assertThat(guess(doors.get(i % 3), "guess" + i)).doesNotContain("t1 OK", "+OK", "235");
        }

        assertThat(station.pauses).as("the others were not even looked at").hasSize(6);
        StationEvent.AddressShutOut event =
                station.awaitEvent(StationEvent.AddressShutOut.class, _ -> true);
        assertThat(event.ban().reason()).isEqualTo(Ban.Reason.LOGINS);
        for (Service door : doors) {
            assertThat(guess(door, TestStation.PASSWORD)).doesNotContain("t1 OK", "+OK", "235");
        }
        assertThat(station.server().guard().lift(event.ban().address())).isTrue();
        for (Service door : doors) {
            assertThat(guess(door, TestStation.PASSWORD)).containsAnyOf("t1 OK", "+OK", "235");
        }
    }

    @Test
    void whoever_harvests_is_slowed_then_cut_then_sent_away() throws Exception {
        for (int round = 0; round < 2; round++) {
            try (LineClient client = station.smtp()) {
                client.smtp("MAIL FROM:<>");
                String answer = "550";
                for (int i = 0; answer.startsWith("550"); i++) {
                    answer = client.smtp("RCPT TO:<nobody" + i + "@home.test>");
                }
                assertThat(answer).startsWith("421 4.7.0");
            }
        }

        assertThat(station.pauses).hasSizeGreaterThan(20);
        try (LineClient client = station.connect(Service.SMTP)) {
            assertThat(client.reply()).startsWith("421 4.7.0");
            assertThat(client.line()).isNull();
        }
        try (LineClient client = station.imap("anna@home.test")) {
            assertThat(client.imap("NOOP").getLast()).as("people may still sign in").contains("OK");
        }
    }

    @Test
    void letters_that_come_and_that_are_refused_are_told() throws Exception {
        try (LineClient client = station.smtp()) {
            TestStation.send(
                    client,
                    "bob@away.example",
                    List.of("anna@home.test"),
                    "Message-ID: <1@away.example>\r\n\r\nx\r\n");
            TestStation.send(
                    client,
                    "bob@away.example",
                    List.of("anna@home.test"),
                    "Received: x\r\n".repeat(51) + "Message-ID: <2@away.example>\r\n\r\nx\r\n");
        }

        station.awaitEvent(
                StationEvent.LetterCame.class, one -> one.messageId().contains("1@away"));
        StationEvent.LetterRefused refused =
                station.awaitEvent(
                        StationEvent.LetterRefused.class,
                        one -> one.messageId().contains("2@away"));
        assertThat(refused.reply()).startsWith("554 5.4.6");
        assertThat(refused.to()).containsExactly("anna@home.test");
    }

    @Test
    void figures_are_what_prometheus_reads() throws Exception {
        guess(Service.IMAPS, "wrong");
        guess(Service.IMAPS, TestStation.PASSWORD);
        letters_that_come_and_that_are_refused_are_told();
        try (LineClient client = station.smtp()) {
            client.smtp("MAIL FROM:<>");
            client.smtp("RCPT TO:<other@away.example>");
        }

        String text = station.server().figures(Statuses.any());

        Pattern line =
                Pattern.compile(
                        "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"})? [-+0-9.eE]+");
        List<String> odd = new ArrayList<>();
        text.lines().filter(one -> !line.matcher(one).matches()).forEach(odd::add);
        assertThat(odd).isEmpty();
        assertThat(text)
                .contains("mailstation_letters_total{outcome=\"received\"} 1\n")
                .contains("mailstation_letters_total{outcome=\"delivered\"} 1\n")
                .contains("mailstation_letters_refused_total{status=\"5.4.6\"} 1\n")
                .contains("mailstation_smtp_commands_refused_total{code=\"550\"} 1\n")
                .contains("mailstation_logins_total{result=\"failed\"} 1\n")
                .contains("mailstation_logins_total{result=\"succeeded\"} 1\n")
                .contains("mailstation_connections_accepted_total{service=\"imaps\"} 2\n")
                .contains("mailstation_delivery_duration_seconds_bucket{le=\"+Inf\"} 1\n")
                .contains("mailstation_delivery_duration_seconds_count 1\n")
                .containsPattern("mailstation_mailbox_bytes\\{account=\"anna@home.test\"} [1-9]");
    }
}

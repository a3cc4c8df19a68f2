package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.control.RelayedDestination;
import org.mailstation.control.Secret;
import org.mailstation.control.StationEvent;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.OutwardDoor;
import org.mailstation.daemon.delivery.RetrySchedule;

/** The relay takes what other servers refuse from a line at home, and nothing else. */
class RelayInsteadTest {
    private static final String LETTER =
            "From: anna@home.test\r\nMessage-ID: <1@home.test>\r\nSubject: hello\r\n\r\ntext\r\n";
    private static final String PBL =
            "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using"
                    + " zen.spamhaus.org; https://www.spamhaus.org/query/ip/198.51.100.7";
    private static final Configs HOME = Configs.station("home.test", "anna");

    @TempDir Path folder;
    private final TestStation.World world = new TestStation.World();
    private TestStation relay;
    private TestStation home;

    @BeforeEach
    void start() throws Exception {
        // a provider where anna has a mailbox, too
        relay = TestStation.running(folder.resolve("relay"), HOME);
        // until the test opens its own
        home = relay;
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx1.big.test")));
        world.mx.put("other.test", new MxAnswer.Hosts(List.of("mx2.big.test")));
        world.secrets.put("relay", new Secret(TestStation.PASSWORD));
        world.schedule = new RetrySchedule(List.of(Duration.ofHours(1)), Duration.ofDays(1));
    }

    @AfterEach
    void stop() {
        home.close();
        relay.close();
    }

    private Configs through(Relay.Use use) {
        return HOME.relay(
                new Relay(
                        use,
                        "mail.home.test",
                        relay.port(Service.SUBMISSION),
                        Relay.Security.STARTTLS,
                        "anna@home.test"));
    }

    private void open(int port, Relay.Use use) throws Exception {
        world.smtpPort = port;
        home = TestStation.running(folder.resolve("home"), through(use), world);
    }

    private void send(String... to) throws IOException {
        try (LineClient client = home.submission("anna@home.test")) {
            assertThat(TestStation.send(client, "anna@home.test", List.of(to), LETTER))
                    .startsWith("250");
        }
    }

    private String takenBy(String recipient) {
        return home.awaitEvent(StationEvent.LetterSent.class, sent -> sent.to().equals(recipient))
                .server();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''        | 554 mx1 no SMTP service: your address is on the PBL",
                "EHLO      | 550 5.7.25 no PTR record for your address",
                "MAIL FROM | 550 5.7.1 messages from [192.0.2.1] weren't sent (S3140)",
                "RCPT TO   | 450 4.7.25 Client host rejected: cannot find your hostname",
                "DATA      | 550-5.7.1 The IP you're using to send mail is not authorized"
            })
    void what_a_relay_cures_leaves_through_it_at_once_wherever_it_is_said(
            String command, String reply) throws Exception {
        String answer = reply.replaceFirst("^(...)-", "$1 ");
        try (ScriptedSmtp refusing =
                new ScriptedSmtp(Map.of(command, answer, "HELO", answer, ".", "250 taken"))) {
            open(refusing.port(), Relay.Use.WHEN_REFUSED);
            send("bob@away.test");

            assertThat(takenBy("bob@away.test")).isEqualTo("mail.home.test");
            assertThat(home.server().relayed().all())
                    .singleElement()
                    .satisfies(
                            one -> {
                                assertThat(one.destination()).isEqualTo("big.test");
                                assertThat(one.reason()).isEqualTo(answer);
                            });
        }
    }

    @Test
    void the_whole_provider_is_relayed_from_then_on_even_over_a_restart() throws Exception {
        try (ScriptedSmtp refusing = new ScriptedSmtp(Map.of("RCPT TO", PBL))) {
            open(refusing.port(), Relay.Use.WHEN_REFUSED);
            send("bob@away.test");
            takenBy("bob@away.test");
            int asked = refusing.commands.size();
            home.restart(through(Relay.Use.WHEN_REFUSED));
            send("eve@other.test");

            assertThat(takenBy("eve@other.test")).isEqualTo("mail.home.test");
            assertThat(refusing.commands).as("not asked again").hasSize(asked);

            assertThat(home.server().relayed().forget("big.test")).isTrue();
            send("carl@away.test");
            assertThat(takenBy("carl@away.test")).isEqualTo("mail.home.test");
            assertThat(refusing.commands).as("asked again").hasSizeGreaterThan(asked);
        }
    }

    @Test
    void what_happened_stands_in_the_trace() throws Exception {
        try (ScriptedSmtp refusing = new ScriptedSmtp(Map.of("RCPT TO", PBL))) {
            open(refusing.port(), Relay.Use.WHEN_REFUSED);
            send("bob@away.test");
            takenBy("bob@away.test");

            var trace = home.server().trace(new TraceRequest("", "", "", "<1@home.test>", 1));
            assertThat(trace.letters().getFirst().steps())
                    .extracting(TraceStep::kind, TraceStep::place, TraceStep::detail)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple(
                                    TraceStep.Kind.RELAYED, "mail.home.test", PBL),
                            org.assertj.core.groups.Tuple.tuple(
                                    TraceStep.Kind.SENT, "mail.home.test", "PROVEN"));
        }
    }

    @Test
    void only_the_recipients_that_were_refused_for_it_are_relayed() throws Exception {
        Map<String, String> answers =
                Map.of("RCPT TO:<bob@", PBL, "RCPT TO:<nobody@", "550 5.1.1 no such user");
        try (ScriptedSmtp choosy = new ScriptedSmtp(answers)) {
            open(choosy.port(), Relay.Use.WHEN_REFUSED);
            send("bob@away.test", "eve@away.test", "nobody@away.test");

            assertThat(takenBy("eve@away.test")).isEqualTo("mx1.big.test");
            assertThat(takenBy("bob@away.test")).isEqualTo("mail.home.test");
            assertThat(home.awaitEvent(StationEvent.LetterReturned.class, _ -> true).to())
                    .isEqualTo("nobody@away.test");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 no such user",
                "550 5.7.26 unauthenticated, DMARC policy",
                "550 5.7.1 spam content",
                "554 5.7.1 blocked using dbl.spamhaus.org"
            })
    void what_a_relay_does_not_cure_comes_back_as_ever(String reply) throws Exception {
        try (ScriptedSmtp refusing = new ScriptedSmtp(Map.of("RCPT TO", reply))) {
            open(refusing.port(), Relay.Use.WHEN_REFUSED);
            send("bob@away.test");

            assertThat(home.awaitEvent(StationEvent.LetterReturned.class, _ -> true).reply())
                    .isEqualTo(reply);
            assertThat(home.server().relayed().all()).isEmpty();
        }
    }

    @Test
    void a_relay_that_is_never_to_be_used_is_not_used() throws Exception {
        try (ScriptedSmtp refusing = new ScriptedSmtp(Map.of("RCPT TO", PBL))) {
            open(refusing.port(), Relay.Use.NEVER);
            send("bob@away.test");

            assertThat(home.awaitEvent(StationEvent.LetterReturned.class, _ -> true).reply())
                    .isEqualTo(PBL);
            assertThat(home.server().relaySeen()).isNull();
        }
    }

    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_line_that_lets_no_letter_out_is_left_to_the_relay() throws Exception {
        world.door = () -> OutwardDoor.State.SHUT;
        open(deadPort(), Relay.Use.WHEN_REFUSED);
        send("bob@away.test");

        assertThat(takenBy("bob@away.test")).isEqualTo("mail.home.test");
        TestStation.await(() -> !home.server().relayed().all().isEmpty());
        assertThat(home.server().relayed().all())
                .extracting(RelayedDestination::destination)
                .containsExactly(RelayedDestination.EVERYWHERE);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, false", "UNKNOWN, false", "SHUT, true"})
    void a_server_that_is_away_and_a_line_that_is_down_teach_nothing(
            OutwardDoor.State state, boolean relayAway) throws Exception {
        world.door = () -> state;
        if (relayAway) {
            relay.close();
        }
        open(deadPort(), Relay.Use.WHEN_REFUSED);
        send("bob@away.test");

        assertThat(home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true).to())
                .isEqualTo("bob@away.test");
        assertThat(home.server().relayed().all()).isEmpty();
        if (relayAway) {
            relay = TestStation.running(folder.resolve("again"), HOME);
        }
    }
}

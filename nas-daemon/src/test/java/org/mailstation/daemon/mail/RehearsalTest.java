package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.control.Secret;
import org.mailstation.daemon.check.ClearTalk;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.Outside;
import org.mailstation.daemon.delivery.Rehearsal;
import org.mailstation.daemon.delivery.RelayAnswer;
import org.mailstation.daemon.delivery.RetrySchedule;
import org.mailstation.daemon.delivery.StrangerAnswer;

/** A whole station stands for the relay, and for what a stranger sees. */
class RehearsalTest {
    private static final Secret RIGHT = new Secret(TestStation.PASSWORD);

    @TempDir Path folder;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(folder, Configs.station("provider.test", "customer"));
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private static Rehearsal rehearsal(SSLContext trust) {
        Outside outside =
                new Outside(
                        _ -> new MxAnswer.NoSuchDomain(),
                        _ -> List.of(InetAddress.getLoopbackAddress()),
                        25,
                        trust,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        RetrySchedule.STANDARD);
        return new Rehearsal(outside, Duration.ofSeconds(20));
    }

    private static RelayAnswer go(Relay relay, Secret password, String own) {
        return rehearsal(LineClient.trustAll()).relay(relay, password, "mail.home.test", own);
    }

    private Relay relay(Service service, Relay.Security security) {
        return new Relay(
                Relay.Use.ALWAYS,
                "mail.provider.test",
                station.port(service),
                security,
                "customer@provider.test");
    }

    @Test
    void a_relay_that_takes_our_letters_is_ready_and_gets_none() throws IOException {
        String own = "customer@provider.test";
        assertThat(go(relay(Service.SUBMISSION, Relay.Security.STARTTLS), RIGHT, own))
                .isEqualTo(new RelayAnswer.Ready());
        assertThat(go(relay(Service.SUBMISSIONS, Relay.Security.TLS), RIGHT, own))
                .isEqualTo(new RelayAnswer.Ready());
        assertThat(station.inbox(own)).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_and_not_repeated() {
        RelayAnswer answer =
                go(
                        relay(Service.SUBMISSION, Relay.Security.STARTTLS),
                        new Secret("wrong password"),
                        "customer@provider.test");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        RelayAnswer.LoginRefused.class,
                        refused ->
                                assertThat(refused.words())
                                        .startsWith("535")
                                        .doesNotContain("wrong password"));
    }

    @Test
    void a_sender_that_the_relay_does_not_know_is_refused() {
        RelayAnswer answer =
                go(relay(Service.SUBMISSION, Relay.Security.STARTTLS), RIGHT, "anna@home.test");
        assertThat(answer).isInstanceOf(RelayAnswer.SenderRefused.class);
    }

    @Test
    void a_certificate_of_somebody_else_is_not_trusted() throws NoSuchAlgorithmException {
        Relay relay = relay(Service.SUBMISSION, Relay.Security.STARTTLS);
        assertThat(
                        rehearsal(SSLContext.getDefault())
                                .relay(relay, RIGHT, "mail.home.test", "a@home.test"))
                .isInstanceOf(RelayAnswer.Untrusted.class);
    }

    @Test
    void tls_in_the_other_way_than_set_is_no_tls() {
        assertThat(go(relay(Service.SUBMISSION, Relay.Security.TLS), RIGHT, "a@provider.test"))
                .isInstanceOf(RelayAnswer.NoTls.class);
    }

    @Test
    void nobody_at_the_port_and_no_password_are_two_things() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Relay relay =
                new Relay(
                        Relay.Use.ALWAYS, "mail.provider.test", closed, Relay.Security.TLS, "anna");
        assertThat(go(relay, RIGHT, "anna@home.test")).isInstanceOf(RelayAnswer.NotReachable.class);
        assertThat(
                        rehearsal(LineClient.trustAll())
                                .relay(relay, null, "mail.home.test", "anna@home.test"))
                .isEqualTo(new RelayAnswer.NoPassword());
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "SUBMISSION", "SUBMISSIONS"})
    void a_stranger_cannot_send_through_our_station(Service service) {
        InetSocketAddress where =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), station.port(service));
        Rehearsal rehearsal = rehearsal(LineClient.trustAll());
        assertThat(rehearsal.stranger(where, service.implicitTls(), "stranger@example.com"))
                .isInstanceOf(StrangerAnswer.Refused.class);
    }

    @Test
    void a_server_that_takes_a_strangers_letter_is_recognised() {
        InetSocketAddress where =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), station.port(Service.SMTP));
        // for this one it is the right server: what an open one says to everybody
        assertThat(
                        rehearsal(LineClient.trustAll())
                                .stranger(where, false, "customer@provider.test"))
                .isInstanceOf(StrangerAnswer.Taken.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "SUBMISSION", "IMAP", "POP3"})
    void what_our_ports_offer_before_tls_can_be_read(Service service) throws IOException {
        InetSocketAddress where =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), station.port(service));
        List<String> lines = new ClearTalk(Duration.ofSeconds(20)).inTheClear(service, where);
        assertThat(String.join(" ", lines).toUpperCase(Locale.ROOT))
                .containsAnyOf("STARTTLS", "STLS");
    }

    @Test
    void a_letter_without_login_is_remembered_by_its_address() throws IOException {
        try (LineClient client = station.smtp()) {
            String letter = "From: a@b.example\r\n\r\nhello\r\n";
            List<String> to = List.of("customer@provider.test");
            assertThat(TestStation.send(client, "a@b.example", to, letter)).startsWith("250");
        }
        assertThat(station.server().arrivals().fromNearby()).containsEntry("127.0.0.1", 1);
        assertThat(station.server().arrivals().last()).isNull();
    }

    @Test
    void a_refused_login_is_counted() throws IOException {
        try (LineClient client = LineClient.tls(station.port(Service.IMAPS))) {
            client.line();
            client.imap("LOGIN customer@provider.test wrong");
        }
        assertThat(station.server().refusedLogins().lastDay()).isEqualTo(1);
    }
}

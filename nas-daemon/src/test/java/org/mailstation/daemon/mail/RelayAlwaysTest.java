package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.control.Secret;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.RelaySeen;
import org.mailstation.daemon.delivery.RetrySchedule;

/** Everything for elsewhere goes out through the relay. */
class RelayAlwaysTest extends HomeAndAway {
    private static final String LETTER = "From: anna@home.test\r\nSubject: hello\r\n\r\ntext\r\n";
    private static final Configs HOME = Configs.station("home.test", "anna");

    RelayAlwaysTest() {
        super(HOME);
    }

    private void send() throws IOException {
        send("anna@home.test", List.of("bob@away.test"), LETTER);
    }

    private static Configs through(String host, TestStation relay, String user) {
        return HOME.relay(
                new Relay(
                        Relay.Use.ALWAYS,
                        host,
                        relay.port(Service.SUBMISSION),
                        Relay.Security.STARTTLS,
                        user));
    }

    private RelaySeen.Kind relayKind() {
        return Objects.requireNonNull(home.server().relaySeen()).kind();
    }

    @Test
    void letters_that_wait_for_the_relays_password_leave_as_soon_as_it_is_right() throws Exception {
        try (TestStation relay =
                TestStation.running(
                        folder.resolve("relay"), Configs.station("home.test", "anna"))) {
            world.schedule = new RetrySchedule(List.of(Duration.ofHours(1)), Duration.ofDays(1));
            world.secrets.put("relay", new Secret("wrong password"));
            home.restart(through("mail.home.test", relay, "anna@home.test"));
            assertThat(home.server().relaySeen()).isNull();
            send();
            home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true);
            assertThat(relayKind()).isEqualTo(RelaySeen.Kind.WRONG_LOGIN);

            world.secrets.put("relay", new Secret(TestStation.PASSWORD));
            TestStation.await(() -> home.server().queue().waiting() == 1);
            home.server().tryAgain();

            assertThat(home.awaitEvent(StationEvent.LetterSent.class, _ -> true).server())
                    .isEqualTo("mail.home.test");
            assertThat(relayKind()).isEqualTo(RelaySeen.Kind.WORKS);
        }
    }

    @Test
    void a_relay_gets_everything_with_login_and_tls() throws Exception {
        try (TestStation relay =
                TestStation.running(
                        folder.resolve("relay"), Configs.station("provider.test", "customer"))) {
            Configs through = through("mail.provider.test", relay, "customer@provider.test");
            home.apply(through);
            world.secrets.put("relay", new Secret("wrong password"));
            send();
            assertThat(home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true).reply())
                    .contains("535 5.7.8");
            assertThat(away.inbox("bob@away.test")).as("never past the relay").isEmpty();
            assertThat(relayKind()).isEqualTo(RelaySeen.Kind.WRONG_LOGIN);

            // not the host that the certificate names
            home.apply(through("mail.impostor.test", relay, "customer@provider.test"));
            world.secrets.put("relay", new Secret(TestStation.PASSWORD));
            send();
            home.awaitEvent(
                    StationEvent.LetterDelayed.class,
                    delayed -> !delayed.reply().contains("535 5.7.8"));
            assertThat(home.inbox("anna@home.test")).as("the impostor was told nothing").isEmpty();
            assertThat(relayKind()).isEqualTo(RelaySeen.Kind.NOT_PROVEN);
            home.apply(through);

            // this relay takes letters of its customer only, and says so
            assertThat(home.awaitInbox("anna@home.test", 2).getFirst())
                    .contains("This address is not one of yours");
            assertThat(relayKind()).isEqualTo(RelaySeen.Kind.WORKS);
        }
    }
}

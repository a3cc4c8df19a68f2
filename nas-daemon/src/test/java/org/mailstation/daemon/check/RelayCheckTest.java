package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.config.Account;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;
import org.mailstation.daemon.delivery.RelayAnswer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

class RelayCheckTest {
    private final Scenes scenes = new Scenes();

    private void relay(Relay.Use use) {
        Relay relay = new Relay(use, "smtp.provider.example", 587, Relay.Security.STARTTLS, "anna");
        scenes.config =
                StationConfig.minimal(
                                "mail.example.org",
                                "example.org",
                                List.of(
                                        new Account("off@example.org", "", 0, false),
                                        new Account("anna@example.org", "Anna", 0, true)))
                        .withRelay(relay);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(new RelayAnswer.Ready(), Health.FINE, "relay.ok"),
                Arguments.of(new RelayAnswer.NoPassword(), Health.BROKEN, "relay.password"),
                Arguments.of(
                        new RelayAnswer.NotReachable("timed out"),
                        Health.BROKEN,
                        "relay.unreachable"),
                Arguments.of(new RelayAnswer.NoTls("none"), Health.BROKEN, "relay.no-tls"),
                Arguments.of(new RelayAnswer.Untrusted("x"), Health.BROKEN, "relay.untrusted"),
                Arguments.of(new RelayAnswer.LoginRefused("535 no"), Health.BROKEN, "relay.login"),
                Arguments.of(
                        new RelayAnswer.SenderRefused("553 no"), Health.BROKEN, "relay.sender"),
                Arguments.of(
                        new RelayAnswer.RecipientRefused("550 no"), Health.FINE, "relay.recipient"),
                Arguments.of(new RelayAnswer.NotNow("451 no"), Health.ATTENTION, "relay.not-now"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_refusal_of_the_relay_is_told_apart(RelayAnswer answer, Health health, String sentence)
            throws InterruptedException {
        relay(Relay.Use.ALWAYS);
        RelayCheck check = new RelayCheck(_ -> new Secret("geheim"), (_, _, _, _) -> answer);
        Finding found = scenes.look(check);
        Scenes.expect(found, health, sentence);
        assertThat(found.toString()).doesNotContain("geheim");
    }

    @Test
    void a_station_without_relay_asks_none() throws InterruptedException {
        RelayCheck check =
                new RelayCheck(
                        _ -> null,
                        (_, _, _, _) -> {
                            throw new AssertionError("asked");
                        });
        assertThat(scenes.all(check)).isEmpty();
    }

    @Test
    void the_letter_would_be_from_somebody_who_may_write() throws InterruptedException {
        relay(Relay.Use.WHEN_REFUSED);
        List<String> asked = new ArrayList<>();
        RelayCheck check =
                new RelayCheck(
                        _ -> new Secret("geheim"),
                        (_, _, ourName, own) -> {
                            asked.add(ourName + " " + own);
                            return new RelayAnswer.Ready();
                        });
        scenes.look(check);
        assertThat(asked).containsExactly("mail.example.org anna@example.org");
    }
}

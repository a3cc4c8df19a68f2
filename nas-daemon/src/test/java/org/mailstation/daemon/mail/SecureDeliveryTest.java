package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.control.StationEvent;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.assurance.Assurance;
import org.mailstation.daemon.assurance.Demand;
import org.mailstation.daemon.assurance.NotSecureException;
import org.mailstation.daemon.assurance.Protection;
import org.mailstation.daemon.assurance.Tlsa;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.RetrySchedule;

/** A letter goes only to a server that shows what its domain demands, and the trace says how. */
class SecureDeliveryTest {
    private static final String LETTER =
            "From: anna@home.test\r\nMessage-ID: <1@home.test>\r\nSubject: x\r\n\r\ntext\r\n";

    @TempDir Path folder;
    private final TestStation.World world = new TestStation.World();
    private TestStation away;
    private TestStation home;

    @BeforeEach
    void start() throws Exception {
        // its certificate is for mail.away.test
        away = TestStation.running(folder.resolve("away"), Configs.station("away.test", "bob"));
        // until the test opens its own
        home = away;
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mail.away.test")));
        world.smtpPort = away.port(Service.SMTP);
        world.schedule = new RetrySchedule(List.of(Duration.ofHours(1)), Duration.ofDays(1));
    }

    @AfterEach
    void stop() {
        home.close();
        away.close();
    }

    private void send(Assurance assurance) throws Exception {
        world.assurances = _ -> assurance;
        home =
                TestStation.running(
                        folder.resolve("home"), Configs.station("home.test", "anna"), world);
        try (LineClient client = home.submission("anna@home.test")) {
            TestStation.send(client, "anna@home.test", List.of("bob@away.test"), LETTER);
        }
    }

    private TraceStep sent() {
        home.awaitEvent(StationEvent.LetterSent.class, _ -> true);
        return home.server()
                .trace(new TraceRequest("", "", "", "<1@home.test>", 1))
                .letters()
                .getFirst()
                .steps()
                .getLast();
    }

    private String delayed() {
        return home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true).reply();
    }

    private Tlsa key(boolean right) throws Exception {
        byte[] key;
        try (LineClient client = LineClient.tls(away.port(Service.SUBMISSIONS))) {
            key = client.certificate().getPublicKey().getEncoded();
        }
        key[0] ^= (byte) (right ? 0 : 1);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        return new Tlsa(false, true, "SHA-256", HexFormat.of().formatHex(digest));
    }

    @Test
    void a_server_of_which_nothing_is_demanded_gets_it_encrypted() throws Exception {
        send(Assurance.NONE);

        assertThat(sent())
                .extracting(TraceStep::kind, TraceStep::place, TraceStep::detail)
                .containsExactly(TraceStep.Kind.SENT, "mail.away.test", "ENCRYPTED");
    }

    @Test
    void a_server_with_the_published_key_gets_it() throws Exception {
        Tlsa right = key(true);
        send(_ -> new Demand.Keyed(List.of(right), List.of("mail.away.test")));

        assertThat(sent().detail()).isEqualTo("DANE");
    }

    @Test
    void a_server_with_another_key_does_not_get_it_and_the_letter_waits() throws Exception {
        Tlsa wrong = key(false);
        send(_ -> new Demand.Keyed(List.of(wrong), List.of("mail.away.test")));

        assertThat(delayed()).startsWith("451 4.7.5 Not secure: mail.away.test: ").contains("TLSA");
        assertThat(away.inbox("bob@away.test")).isEmpty();
    }

    @Test
    void a_server_that_proves_its_name_gets_it_as_the_policy_wants() throws Exception {
        send(_ -> new Demand.Named(Protection.MTA_STS));

        assertThat(sent().detail()).isEqualTo("MTA_STS");
    }

    @Test
    void a_server_with_a_certificate_for_another_name_does_not_get_it() throws Exception {
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.evil.test")));
        send(_ -> new Demand.Named(Protection.MTA_STS));

        assertThat(delayed()).startsWith("451 4.7.5 Not secure: mx.evil.test: ");
        assertThat(away.inbox("bob@away.test")).isEmpty();
    }

    @Test
    void the_next_server_is_asked_if_the_policy_does_not_name_the_first() throws Exception {
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.evil.test", "mail.away.test")));
        send(
                host -> {
                    if (host.equals("mx.evil.test")) {
                        throw new NotSecureException("not named");
                    }
                    return new Demand.Named(Protection.MTA_STS);
                });

        assertThat(sent().place()).isEqualTo("mail.away.test");
    }

    @Test
    void who_strips_the_offer_of_encryption_gets_nothing() throws Exception {
        try (ScriptedSmtp stripped = new ScriptedSmtp(Map.of())) {
            world.smtpPort = stripped.port();
            send(_ -> new Demand.Encrypted());

            assertThat(delayed()).contains("4.7.5", "no STARTTLS offered");
            assertThat(stripped.letters()).isZero();
        }
    }

    @Test
    void in_clear_goes_only_what_nobody_demands_otherwise_and_the_trace_says_so() throws Exception {
        try (ScriptedSmtp old = new ScriptedSmtp(Map.of())) {
            world.smtpPort = old.port();
            send(Assurance.NONE);

            assertThat(sent().detail()).isEqualTo("CLEAR");
        }
    }

    @Test
    void a_server_that_cannot_be_trusted_for_days_gives_the_letter_back_with_the_reason()
            throws Exception {
        world.schedule = new RetrySchedule(List.of(Duration.ofMillis(50)), Duration.ofMillis(100));
        send(
                _ -> {
                    throw new NotSecureException("the policy does not name this server");
                });

        String report = home.awaitInbox("anna@home.test", 1).getFirst();
        assertThat(report).contains("Status: 5.7.5", "the policy does not name this server");
    }
}

package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.Identity;
import org.mailstation.check.Landmarks;
import org.mailstation.check.PublicLine;
import org.mailstation.check.PublicNames;
import org.mailstation.check.Scene;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Secret;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.Dispatch;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.Outside;
import org.mailstation.daemon.delivery.RetrySchedule;
import org.mailstation.daemon.letter.Awaited;
import org.mailstation.daemon.letter.LetterRun;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.letter.TestLetter;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.Referral;
import org.mailstation.probe.TimeServers;
import org.mailstation.text.Text;

/** Letters between whole stations. */
@Timeout(120)
class LetterRunTest {
    private static final String ANNA = "anna@home.test";
    private static final Relay RELAY =
            new Relay(
                    Relay.Use.ALWAYS,
                    "mail.provider.test",
                    1,
                    Relay.Security.STARTTLS,
                    "customer@provider.test");

    @TempDir Path folder;
    private Configs configs = Configs.station("home.test", "anna", "ben");
    private TestStation station;
    private Awaited awaited;
    private boolean hidden;
    private int heard;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(folder.resolve("home"), configs);
        awaited = new Awaited(_ -> {});
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private LetterRun letters() {
        Outside outside =
                new Outside(
                        _ -> new MxAnswer.NoSuchDomain(),
                        _ -> List.of(InetAddress.getLoopbackAddress()),
                        25,
                        LineClient.trustAll(),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        RetrySchedule.STANDARD);
        return new LetterRun(
                new Dispatch(outside, Duration.ofSeconds(10)),
                _ -> new Secret(TestStation.PASSWORD),
                station.server()::listeners,
                awaited,
                (account, token) -> hidden ? null : station.server().trace(account, token),
                new SecureRandom(),
                Clock.systemUTC());
    }

    /** The station tells its events to whoever waits for letters. */
    private List<Finding> send(AskLetter request, String address) throws InterruptedException {
        Thread teller = Thread.ofVirtual().start(this::tell);
        try {
            return letters().run(scene(address), request);
        } finally {
            teller.interrupt();
            teller.join();
        }
    }

    private void tell() {
        while (!Thread.currentThread().isInterrupted()) {
            List<StationEvent> events = List.copyOf(station.events);
            events.subList(heard, events.size()).forEach(awaited);
            heard = events.size();
            Thread.onSpinWait();
            try {
                Thread.sleep(5);
            } catch (InterruptedException done) {
                return;
            }
        }
    }

    private static AskLetter ask(String to) {
        return new AskLetter(to, "", false);
    }

    /** Port 25 as the Internet sees it is the station's own, or another one. */
    private void port25(int external) {
        Port now = Objects.requireNonNull(configs.ports().get(Service.SMTP));
        configs.ports().put(Service.SMTP, new Port(now.number(), external, now.open()));
    }

    private Scene scene(String address) {
        NameServer names =
                question ->
                        new DnsReply(
                                "names",
                                question,
                                address.isEmpty()
                                        ? new DnsAnswer.NoSuchName()
                                        : new DnsAnswer.Records(
                                                List.of(address), Duration.ofMinutes(1), List.of()),
                                true,
                                false);
        Landmarks places = new Landmarks(List.of("9.9.9.9", "1.1.1.1"), List.of());
        return new Scene(
                Vantage.NAS,
                configs.build(),
                new Identity("", null),
                places,
                new PublicNames(new OneAnswer(names), places),
                (_, _, _, _) -> new DoorAnswer.Silent(),
                () -> new PublicLine.Unknown(List.of()),
                _ -> new TimeServers.CouldNotTell("no"),
                _ -> new Web.Answer.None("no"),
                Clock.systemUTC());
    }

    private record OneAnswer(NameServer names) implements Dns {
        @Override
        public NameServer here() {
            return names;
        }

        @Override
        public NameServer resolver(InetAddress server) {
            return names;
        }

        @Override
        public NameServer authority(InetAddress server) {
            return names;
        }

        @Override
        public Referral refer(InetAddress server, String zone) {
            return Referral.untold(zone);
        }
    }

    private static String told(List<Finding> found) {
        assertThat(found)
                .allSatisfy(
                        one ->
                                assertThat(one.sentence().in(Locale.GERMAN))
                                        .doesNotContain("letter.")
                                        .doesNotContainPattern("\\{\\d"));
        return String.join(" ", found.stream().map(one -> one.sentence().key()).toList());
    }

    @Test
    void a_letter_to_the_own_public_address_is_proven_by_its_arrival_and_shows_its_way()
            throws Exception {
        port25(station.port(Service.SMTP));

        List<Finding> found = send(ask(""), "127.0.0.1");

        assertThat(told(found)).isEqualTo("letter.public.ok");
        assertThat(found.getFirst().verdict()).isEqualTo(Verdict.PASS);
        assertThat(found.getFirst().evidence())
                .extracting(Evidence::answered)
                .anyMatch(
                        line ->
                                line.matches(
                                        "from mail\\.home\\.test .* by mail\\.home\\.test .*"));
        assertThat(station.inbox(ANNA).getFirst()).contains("Auto-Submitted: auto-generated");
        assertThat(station.server().arrivals().fromNearby()).isEmpty();
    }

    @Test
    void where_the_router_leads_nothing_back_it_cannot_be_told_but_the_station_is_seen_to_be_well()
            throws Exception {
        port25(closedPort());

        List<Finding> found = send(ask("ben@home.test"), "127.0.0.1");

        assertThat(told(found)).isEqualTo("letter.public.no-way-back letter.home.ok");
        assertThat(found.getFirst().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(station.inbox("ben@home.test")).hasSize(1);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_letter_that_another_server_takes_is_at_another_device() throws Exception {
        try (TestStation other =
                TestStation.running(
                        folder.resolve("other"), Configs.station("home.test", "anna"))) {
            port25(other.port(Service.SMTP));

            assertThat(told(send(ask(""), "127.0.0.1"))).startsWith("letter.elsewhere");
        }
    }

    @Test
    void a_server_that_does_not_know_the_person_is_quoted() throws Exception {
        try (TestStation other =
                TestStation.running(
                        folder.resolve("other"), Configs.station("other.test", "carl"))) {
            port25(other.port(Service.SMTP));

            List<Finding> found = send(ask(""), "127.0.0.1");

            assertThat(told(found)).isEqualTo("letter.public.refused letter.home.ok");
            assertThat(found.getFirst().sentence().args().get(1)).startsWith("5");
        }
    }

    @Test
    void a_letter_that_was_taken_and_is_not_in_the_mailbox_is_lost() throws Exception {
        hidden = true;
        port25(station.port(Service.SMTP));

        assertThat(told(send(ask(""), "127.0.0.1"))).isEqualTo("letter.lost letter.lost");
    }

    @Test
    void without_an_address_in_the_dns_the_station_is_tried_at_least() throws Exception {
        assertThat(told(send(ask(""), ""))).isEqualTo("letter.no-address letter.home.ok");
    }

    @Test
    void an_address_that_is_nobodys_is_told() throws Exception {
        assertThat(told(send(ask("carl@home.test"), "127.0.0.1"))).isEqualTo("letter.nobody");
    }

    @Test
    void what_somebody_else_sends_is_waited_for() throws Exception {
        String token = TestLetter.token(new SecureRandom());
        TestLetter letter =
                new TestLetter(
                        token,
                        ANNA,
                        "mail.home.test",
                        Text.of("letter.way.home"),
                        Clock.systemUTC().instant());
        Thread other = Thread.ofVirtual().start(() -> sendFromElsewhere(letter));
        List<Finding> found = send(new AskLetter(ANNA, token, false), "");
        other.join();

        assertThat(told(found)).isEqualTo("letter.outside.ok");
    }

    private void sendFromElsewhere(TestLetter letter) {
        try (LineClient client = station.smtp()) {
            TestStation.send(
                    client,
                    "",
                    List.of(letter.to()),
                    new String(letter.bytes(), java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_relay_that_is_not_there_or_does_not_bring_it_back_is_told() throws Exception {
        configs = configs.relay(RELAY);
        List<Finding> found = send(new AskLetter("", "", true), "");
        assertThat(told(found)).isEqualTo("letter.relay.refused");
        assertThat(found.getFirst().evidence()).hasSize(1);
    }

    @Test
    void a_relay_that_refuses_the_letter_is_quoted() throws Exception {
        try (TestStation provider =
                TestStation.running(
                        folder.resolve("provider"), Configs.station("provider.test", "customer"))) {
            configs =
                    configs.relay(
                            new Relay(
                                    Relay.Use.ALWAYS,
                                    "mail.provider.test",
                                    provider.port(Service.SUBMISSION),
                                    Relay.Security.STARTTLS,
                                    "customer@provider.test"));

            List<Finding> found = send(ask(""), "");

            assertThat(told(found))
                    .isEqualTo("letter.relay.refused letter.no-address letter.home.ok");
            assertThat(found.getFirst().sentence().args().get(1)).startsWith("550 5.7.1");
        }
    }
}

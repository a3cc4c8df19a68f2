package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Port;
import org.mailstation.config.Problem;
import org.mailstation.config.Service;
import org.mailstation.config.Tls;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.daemon.apply.ServicesException;
import org.mailstation.daemon.tls.Renewal;
import org.mailstation.daemon.tls.StationTls;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.real.SocketDoors;
import org.mailstation.text.Text;

class SwitchingTest {
    private static final Configs CONFIGS = Configs.station("home.test", "anna");

    @TempDir Path folder;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(folder.resolve("data"), CONFIGS);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private CertificateStatus certificate() {
        return Objects.requireNonNull(station.server().certificate());
    }

    @Test
    void every_service_reports_the_port_that_it_chose() {
        assertThat(station.server().listeners())
                .extracting(ListenerStatus::service)
                .containsExactly(Service.values());
        assertThat(station.server().listeners())
                .allMatch(listener -> listener.bound() > 0 && listener.error().isEmpty());
    }

    @Test
    void a_connection_lives_on_while_other_things_change() throws Exception {
        int imaps = station.port(Service.IMAPS);
        int smtp = station.port(Service.SMTP);
        try (LineClient client = station.imap("anna@home.test")) {
            client.imap("SELECT INBOX");

            station.apply(
                    CONFIGS.alias("new@home.test", "anna@home.test")
                            .port(Service.POP3, 0, Port.Open.OFF));

            assertThat(client.imap("NOOP").getLast()).startsWith("t1 OK");
        }
        assertThat(station.port(Service.IMAPS)).isEqualTo(imaps);
        assertThat(station.port(Service.SMTP)).isEqualTo(smtp);
        try (LineClient client = station.smtp()) {
            assertThat(
                            TestStation.send(
                                    client,
                                    "",
                                    List.of("new@home.test"),
                                    "Subject: x\r\n\r\nx\r\n"))
                    .startsWith("250");
        }
    }

    @Test
    void a_service_that_is_off_does_not_listen() throws Exception {
        int before = station.port(Service.POP3S);

        station.apply(CONFIGS.port(Service.POP3S, 0, Port.Open.OFF));

        assertThat(station.port(Service.POP3S)).isZero();
        assertThatThrownBy(() -> LineClient.clear(before)).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_taken_port_is_told_with_its_field_and_the_program_and_the_old_state_can_be_restored()
            throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            int taken = other.getLocalPort();
            Configs impossible = CONFIGS.port(Service.IMAP, taken, Port.Open.LAN);

            assertThatThrownBy(() -> station.apply(impossible))
                    .isInstanceOfSatisfying(
                            ServicesException.class,
                            e -> {
                                Problem problem = e.problems().getFirst();
                                assertThat(problem.field()).isEqualTo("ports.imap.port");
                                assertThat(problem.text())
                                        .isEqualTo(
                                                Text.of(
                                                        "mail.port-taken-by",
                                                        taken,
                                                        "java",
                                                        ProcessHandle.current().pid()));
                                assertThat(problem.text().in(Locale.ENGLISH))
                                        .contains(String.valueOf(taken), "java");
                            });
            assertThat(station.server().listeners().get(Service.IMAP.ordinal()).error())
                    .isNotEmpty();
        }
        station.apply(CONFIGS);
        try (LineClient client = station.connect(Service.IMAP)) {
            assertThat(client.line()).startsWith("* OK mail.home.test");
        }
    }

    @Test
    void two_services_can_exchange_their_ports() throws Exception {
        int a = station.port(Service.IMAPS);
        int b = station.port(Service.POP3S);

        station.apply(
                CONFIGS.port(Service.IMAPS, b, Port.Open.LAN)
                        .port(Service.POP3S, a, Port.Open.LAN));

        assertThat(station.port(Service.IMAPS)).isEqualTo(b);
        assertThat(station.port(Service.POP3S)).isEqualTo(a);
    }

    @Test
    void the_certificate_is_exchanged_without_closing_a_listener() throws Exception {
        CertificateStatus before = certificate();
        int imaps = station.port(Service.IMAPS);
        try (LineClient old = station.imap("anna@home.test")) {
            station.apply(CONFIGS.host("post.home.test"));

            assertThat(old.imap("NOOP").getLast()).startsWith("t1 OK");
        }
        CertificateStatus after = certificate();
        assertThat(after.subject()).isEqualTo("CN=post.home.test").isNotEqualTo(before.subject());
        assertThat(after.keySha256()).as("the identity stays").isEqualTo(before.keySha256());
        try (LineClient client = LineClient.tls(imaps)) {
            List<String> names = new ArrayList<>();
            client.certificate()
                    .getSubjectAlternativeNames()
                    .forEach(name -> names.add(String.valueOf(name.get(1))));
            assertThat(names).containsExactly("post.home.test", "home.test");
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(client.certificate().getPublicKey().getEncoded());
            assertThat(after.keySha256()).isEqualTo(HexFormat.of().formatHex(hash));
        }
    }

    @Test
    void a_certificate_from_files_is_shown() throws Exception {
        Path secrets = folder.resolve("data/secrets/tls");
        Path other = Files.createDirectories(folder.resolve("files"));
        Files.copy(secrets.resolve("key.pem"), other.resolve("key.pem"));
        Files.copy(secrets.resolve("certificate.pem"), other.resolve("chain.pem"));
        String own = certificate().keySha256();

        station.apply(
                CONFIGS.host("other.home.test")
                        .tls(
                                new Tls(
                                        Tls.Source.FILES,
                                        other.resolve("chain.pem").toString(),
                                        other.resolve("key.pem").toString())));

        assertThat(certificate().subject()).isEqualTo("CN=mail.home.test");
        assertThat(certificate().keySha256()).isEqualTo(own);
    }

    @Test
    void a_renewed_certificate_is_shown_at_every_port_without_a_restart() throws Exception {
        Path lies = madeElsewhere("first");
        Path renewed = madeElsewhere("second");
        String key = lies.resolve("key.pem").toString();
        String chain = lies.resolve("certificate.pem").toString();
        station.apply(CONFIGS.tls(new Tls(Tls.Source.FILES, chain, key)));
        String before = certificate().keySha256();
        try (LineClient client = station.imap("anna@home.test")) {
            for (String file : List.of("certificate.pem", "key.pem")) {
                Files.copy(
                        renewed.resolve(file),
                        lies.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }

            assertThat(station.server().renewCertificate()).isInstanceOf(Renewal.Taken.class);

            assertThat(client.imap("NOOP").getLast()).startsWith("t1 OK");
        }
        assertThat(certificate().keySha256()).isNotEqualTo(before);
        for (Service service : Service.values()) {
            InetSocketAddress door =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), station.port(service));
            assertThat(
                            SocketDoors.seeingKeys()
                                    .knock(service, door, "mail.home.test", Duration.ofSeconds(10)))
                    .isInstanceOfSatisfying(
                            DoorAnswer.Secured.class,
                            shown ->
                                    assertThat(shown.tls().keySha256())
                                            .isEqualTo(certificate().keySha256()));
        }
    }

    /** Key and certificate for the same name, from somewhere else. */
    private Path madeElsewhere(String name) throws Exception {
        new StationTls(folder.resolve(name), Clock.systemUTC(), new SecureRandom())
                .use(CONFIGS.build());
        return folder.resolve(name).resolve("tls");
    }

    @Test
    void missing_certificate_files_are_told_and_change_nothing() {
        Configs broken =
                CONFIGS.host("x.home.test")
                        .tls(new Tls(Tls.Source.FILES, "/nowhere/a.pem", "/nowhere/b.pem"));

        assertThatThrownBy(() -> station.apply(broken))
                .isInstanceOfSatisfying(
                        ServicesException.class,
                        e ->
                                assertThat(e.problems().getFirst().field())
                                        .isEqualTo("tls.certificate-file"));
        assertThat(certificate().subject()).isEqualTo("CN=mail.home.test");
    }

    @Test
    void key_and_certificate_stay_the_same_over_a_restart() throws Exception {
        CertificateStatus before = certificate();

        station.restart(CONFIGS);

        assertThat(certificate()).isEqualTo(before);
    }
}

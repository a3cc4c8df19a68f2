package org.mailstation.daemon.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;
import org.mailstation.probe.real.SocketDoors;

class LoopbackSelfCheckTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir static Path folder;

    private static SSLContext tls;
    private static String key = "";

    @BeforeAll
    static void makeCertificate()
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("key.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=mail.example.org",
                                "-alias",
                                "station",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        byte[] spki = keys.getCertificate("station").getPublicKey().getEncoded();
        key = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki));
    }

    private static CertificateStatus certificate(String keySha256) {
        return new CertificateStatus(
                "CN=mail.example.org", keySha256, Instant.EPOCH, Instant.MAX, true, "");
    }

    private static Finding check(Service service, int port, String keySha256) {
        ListenerStatus listener =
                new ListenerStatus(service, Port.Open.LAN, service.standardPort(), port, "");
        return new LoopbackSelfCheck(SocketDoors.seeingKeys(), Clock.systemUTC(), PATIENCE)
                .check(List.of(listener), certificate(keySha256))
                .getFirst();
    }

    private static void expectPass(Service service, List<String> script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(tls, script)) {
            Finding finding = check(service, server.port(), key);
            assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.PASS);
            assertThat(finding.sentence().args())
                    .containsExactly(service.name(), String.valueOf(server.port()));
        }
    }

    private static void expectFail(Service service, List<String> script, String sentence)
            throws IOException {
        try (ScriptedServer server = new ScriptedServer(tls, script)) {
            Finding finding = check(service, server.port(), key);
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.sentence().key()).isEqualTo(sentence);
        }
    }

    @Test
    void smtp_passes_after_banner_ehlo_and_starttls() throws IOException {
        expectPass(
                Service.SMTP,
                List.of(
                        "S:220 mail.example.org ESMTP",
                        "C:EHLO check.invalid",
                        "S:250-mail.example.org",
                        "S:250 STARTTLS",
                        "C:STARTTLS",
                        "S:220 go ahead",
                        "TLS"));
    }

    @Test
    void imap_passes_after_banner_and_starttls() throws IOException {
        expectPass(
                Service.IMAP, List.of("S:* OK ready", "C:a STARTTLS", "S:a OK begin TLS", "TLS"));
    }

    @Test
    void pop3_passes_after_banner_and_stls() throws IOException {
        expectPass(Service.POP3, List.of("S:+OK ready", "C:STLS", "S:+OK begin TLS", "TLS"));
    }

    @Test
    void imaps_greets_inside_tls() throws IOException {
        expectPass(Service.IMAPS, List.of("TLS", "S:* OK ready"));
    }

    @Test
    void a_service_without_starttls_fails() throws IOException {
        expectFail(
                Service.POP3,
                List.of("S:+OK ready", "C:STLS", "S:-ERR unknown command"),
                "selfcheck.silent");
    }

    @Test
    void a_service_that_hangs_up_fails() throws IOException {
        expectFail(Service.SMTP, List.of(), "selfcheck.silent");
    }

    @Test
    void a_service_that_greets_in_another_language_fails() throws IOException {
        expectFail(Service.IMAP, List.of("S:220 this is SMTP"), "selfcheck.silent");
    }

    @Test
    void another_key_than_the_stations_own_fails() throws IOException {
        try (ScriptedServer server = new ScriptedServer(tls, List.of("TLS", "S:* OK ready"))) {
            Finding finding = check(Service.IMAPS, server.port(), "00ff");
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.sentence().key()).isEqualTo("selfcheck.other-key");
        }
    }

    @Test
    void a_service_that_does_not_listen_fails_and_names_the_port_that_was_asked_for() {
        Finding finding = check(Service.SMTP, 0, key);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.sentence().args()).containsExactly("SMTP", "25");
    }

    @Test
    void a_service_that_is_switched_off_is_not_looked_at() {
        ListenerStatus off = new ListenerStatus(Service.POP3, Port.Open.OFF, 110, 0, "");
        assertThat(
                        new LoopbackSelfCheck(SocketDoors.seeingKeys(), Clock.systemUTC(), PATIENCE)
                                .check(List.of(off), certificate(key)))
                .isEmpty();
    }
}

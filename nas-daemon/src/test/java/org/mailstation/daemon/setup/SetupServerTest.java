package org.mailstation.daemon.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Account;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.tls.StationTls;

/** Asked over the wire, with the station's own certificate. */
class SetupServerTest {
    /** The name for which the client proves the certificate. */
    private static final StationConfig HOME =
            StationConfig.minimal(
                            "localhost",
                            "example.org",
                            List.of(new Account("anna@example.org", "Anna", 0, true)))
                    .withSetup(new Setup(true, 0));

    private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    private StationConfig running = HOME;
    private SetupDoor door;
    private HttpClient client;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        StationTls tls = new StationTls(folder, clock, new SecureRandom());
        tls.use(HOME);
        SSLContext context = tls.javaContext();
        door =
                new SetupDoor(
                        () -> running, () -> context, new ClientDesk(_ -> Optional.empty()), clock);
        door.look();
        client = HttpClient.newBuilder().sslContext(trusting(tls)).build();
    }

    private static SSLContext trusting(StationTls tls) throws Exception {
        byte[] pem = Objects.requireNonNull(tls.status()).pem().getBytes(StandardCharsets.US_ASCII);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "station",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem)));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        door.close();
    }

    private HttpResponse<String> ask(String method, String place, String body) throws Exception {
        URI uri = URI.create("https://localhost:" + door.port() + place);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/mail/config-v1.1.xml?emailaddress=anna%40example.org",
        "/mail/config-v1.1.xml",
        "/.well-known/autoconfig/mail/config-v1.1.xml"
    })
    void thunderbird_finds_its_file_in_each_place(String place) throws Exception {
        HttpResponse<String> answer = ask("GET", place, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/xml");
        assertThat(answer.body()).contains("<clientConfig", "<hostname>localhost</hostname>");
    }

    @Test
    void outlook_gets_its_answer_however_it_spells_the_place() throws Exception {
        String question = "<A><Request><EMailAddress>anna@example.org</EMailAddress></Request></A>";
        for (String place :
                List.of("/autodiscover/autodiscover.xml", "/Autodiscover/Autodiscover.xml")) {
            HttpResponse<String> answer = ask("POST", place, question);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("<LoginName>anna@example.org</LoginName>");
        }
    }

    @Test
    void an_iphone_gets_a_profile() throws Exception {
        HttpResponse<String> answer = ask("GET", "/mobileconfig?email=anna@example.org", "");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/x-apple-aspen-config");
        assertThat(answer.body()).contains("com.apple.mail.managed", "anna@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "/mail/config-v1.1.xml?emailaddress=WHO",
        "/mobileconfig?email=WHO",
    })
    void nobody_learns_which_mailboxes_there_are(String place) throws Exception {
        String anna = ask("GET", place.replace("WHO", "anna@example.org"), "").body();
        String nobody = ask("GET", place.replace("WHO", "nobo@example.org"), "").body();

        assertThat(nobody.replace("nobo", "anna").replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo(anna.replaceAll("[0-9a-f-]{36}", "ID"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /,                                                404",
        "GET,  /mail/config-v1.1.xml?emailaddress=x@other.test,  404",
        "GET,  /mobileconfig?email=x@other.test,                 404",
        "GET,  /mobileconfig,                                    404",
        "GET,  /mobileconfig?email=%zz,                          400",
        "GET,  /mobileconfig?email=a%0D%0Ab@example.org,         404",
        "GET,  /autodiscover/autodiscover.xml,                   400",
        "POST, /autodiscover/autodiscover.xml,                   400",
        "POST, /mail/config-v1.1.xml,                            400",
        "GET,  /../../etc/passwd,                                404"
    })
    void everything_else_is_refused(String method, String place, int status) throws Exception {
        if (!place.contains("%zz")) {
            assertThat(ask(method, place, "").statusCode()).isEqualTo(status);
        }
    }

    @Test
    void a_question_that_is_too_large_is_not_read() throws Exception {
        assertThat(ask("POST", "/autodiscover/autodiscover.xml", "x".repeat(20_000)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void who_asks_too_often_must_wait_a_minute() throws Exception {
        int refused = 0;
        for (int i = 0; i <= Visits.MOST; i++) {
            refused += ask("GET", "/", "").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void a_port_that_somebody_else_has_is_told_and_opened_once_it_is_free() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            running = HOME.withSetup(new Setup(true, other.getLocalPort()));
            door.look();
            assertThat(door.port()).isZero();
            assertThat(door.findings())
                    .extracting(one -> one.sentence().key())
                    .containsExactly("setup.not-open");
        }
        door.look();
        assertThat(door.port()).isPositive();
        assertThat(door.findings()).isEmpty();
    }

    @Test
    void it_listens_only_while_the_owner_wants_it() {
        assertThat(door.port()).isPositive();
        running = HOME.withSetup(new Setup(false, 0));
        door.look();
        assertThat(door.port()).isZero();
        running = HOME;
        door.look();
        assertThat(door.port()).isPositive();
    }
}

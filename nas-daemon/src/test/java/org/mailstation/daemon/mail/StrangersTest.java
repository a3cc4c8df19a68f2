package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.dkim.LetterSigner;
import org.mailstation.daemon.dkim.StationKeys;
import org.mailstation.daemon.incoming.SmallDns;
import org.mailstation.probe.RecordType;
import org.mailstation.records.SigningKey;

/** What is written into letters that come without a login. */
class StrangersTest {
    @TempDir Path folder;
    private final SmallDns dns = new SmallDns();
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        TestStation.World world = new TestStation.World();
        world.resolver = dns;
        station =
                TestStation.running(
                        folder.resolve("data"), Configs.station("home.test", "anna"), world);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private String send(String letter) throws Exception {
        try (LineClient client = station.smtp()) {
            return TestStation.send(client, "bob@away.example", List.of("anna@home.test"), letter);
        }
    }

    /** As another provider would, with the key in its zone. */
    private String signed(String letter) throws Exception {
        StationKeys keys =
                new StationKeys(folder.resolve("away"), Clock.systemUTC(), new SecureRandom());
        int end = letter.indexOf("\r\n\r\n") + 2;
        List<byte[]> fields =
                List.of(letter.substring(0, end).split("(?<=\r\n)")).stream()
                        .map(field -> field.getBytes(StandardCharsets.US_ASCII))
                        .toList();
        byte[] body = letter.substring(end + 2).getBytes(StandardCharsets.US_ASCII);
        byte[] field =
                new LetterSigner(keys, Clock.systemUTC())
                        .field("away.example", fields, new ByteArrayInputStream(body));
        var status = Objects.requireNonNull(keys.status()).current();
        SigningKey key = new SigningKey(status.selector(), status.publicKey());
        dns.has(key.name("away.example"), RecordType.TXT, key.record())
                .has("_dmarc.away.example", RecordType.TXT, "v=DMARC1; p=reject");
        return new String(field, StandardCharsets.US_ASCII) + letter;
    }

    @Test
    void a_signed_letter_says_that_its_author_is_proven() throws Exception {
        assertThat(send(signed("From: bob@away.example\r\nSubject: x\r\n\r\n.Hello\r\n\r\n")))
                .startsWith("250");

        assertThat(station.inbox("anna@home.test").getFirst())
                .contains("Authentication-Results: mail.home.test;\r\n\tspf=none")
                .contains("dkim=pass header.d=away.example")
                .contains("dmarc=pass (p=reject) header.from=away.example");
    }

    @Test
    void what_the_sender_says_in_our_name_does_not_arrive() throws Exception {
        send(
                "Authentication-Results: mail.home.test; dmarc=pass\r\n"
                        + "From: bob@away.example\r\n\r\nx\r\n");

        assertThat(station.inbox("anna@home.test").getFirst())
                .containsOnlyOnce("Authentication-Results")
                .doesNotContain("dmarc=pass");
    }

    @Test
    void letters_of_our_own_people_are_not_judged() throws Exception {
        try (LineClient client = station.submission("anna@home.test")) {
            TestStation.send(
                    client,
                    "anna@home.test",
                    List.of("anna@home.test"),
                    "From: anna@home.test\r\n\r\nx\r\n");
        }

        assertThat(station.inbox("anna@home.test").getFirst())
                .doesNotContain("Authentication-Results");
    }
}

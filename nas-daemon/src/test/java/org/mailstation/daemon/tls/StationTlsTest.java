package org.mailstation.daemon.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.control.CertificateStatus;

class StationTlsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private static KeyPair keys(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    @Test
    void a_certificate_made_here_is_well_formed_signed_by_its_key_and_good_for_ten_years()
            throws Exception {
        KeyPair keys = keys("EC", 256);

        X509Certificate made =
                SelfSigned.certificate(
                        keys, List.of("mail.home.test", "home.test"), NOW, new SecureRandom());

        made.verify(keys.getPublic());
        made.checkValidity(java.util.Date.from(NOW));
        assertThat(made.getVersion()).isEqualTo(3);
        assertThat(made.getSerialNumber()).isPositive();
        assertThat(made.getSubjectX500Principal().getName()).isEqualTo("CN=mail.home.test");
        assertThat(made.getIssuerX500Principal()).isEqualTo(made.getSubjectX500Principal());
        assertThat(made.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(made.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(Duration.between(NOW, made.getNotAfter().toInstant()))
                .isGreaterThan(Duration.ofDays(3650));
        List<Object> names = new ArrayList<>();
        made.getSubjectAlternativeNames().forEach(name -> names.add(name.get(1)));
        assertThat(names).containsExactly("mail.home.test", "home.test");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 70, 200})
    void long_names_are_no_trouble(int labels) throws Exception {
        String name = "a.".repeat(labels) + "test";

        X509Certificate made =
                SelfSigned.certificate(keys("EC", 256), List.of(name), NOW, new SecureRandom());

        assertThat(made.getSubjectAlternativeNames().iterator().next().get(1)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "2049-12-31T23:59:59Z, 170d3439313233313233353935395a",
        "2050-01-01T00:00:00Z, 180f32303530303130313030303030305a"
    })
    void dates_change_their_form_in_2050(Instant at, String hex) {
        assertThat(HexFormat.of().formatHex(Der.time(at))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0400",
        "127, 047f",
        "128, 048180",
        "255, 0481ff",
        "256, 04820100",
        "65536, 0483010000"
    })
    void lengths_are_as_short_as_they_can_be(int length, String start) {
        String hex = HexFormat.of().formatHex(Der.octetString(new byte[length]));

        assertThat(hex).startsWith(start).hasSize(start.length() + 2 * length);
    }

    @Test
    void numbers_and_names_are_written_as_x690_says() {
        assertThat(HexFormat.of().formatHex(Der.oid("1.2.840.10045.4.3.2")))
                .isEqualTo("06082a8648ce3d040302");
        assertThat(HexFormat.of().formatHex(Der.integer(BigInteger.valueOf(128))))
                .isEqualTo("02020080");
        assertThat(HexFormat.of().formatHex(Der.bool(true))).isEqualTo("0101ff");
        assertThat(Der.utf8("\u00fc")).endsWith("\u00fc".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"EC, 256", "EC, 384", "RSA, 2048", "Ed25519, 255"})
    void keys_of_the_usual_kinds_are_read_back(String algorithm, int size) throws Exception {
        PrivateKey key = keys(algorithm, size).getPrivate();

        assertThat(Pem.privateKey("a comment\n" + Pem.write("PRIVATE KEY", key.getEncoded())))
                .isEqualTo(key);
    }

    @Test
    void a_chain_is_read_in_its_order() throws Exception {
        KeyPair keys = keys("EC", 256);
        X509Certificate first =
                SelfSigned.certificate(keys, List.of("a.test"), NOW, new SecureRandom());
        X509Certificate second =
                SelfSigned.certificate(keys, List.of("b.test"), NOW, new SecureRandom());

        String text =
                Pem.write("CERTIFICATE", first.getEncoded())
                        + Pem.write("CERTIFICATE", second.getEncoded());

        assertThat(Pem.certificates(text)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no pem",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END CERTIFICATE-----"
            })
    void what_is_no_key_is_told(String text) {
        assertThatThrownBy(() -> Pem.privateKey(text)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Pem.certificates(text))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_certificate_of_another_key_is_found_out() throws Exception {
        KeyPair keys = keys("EC", 256);
        X509Certificate own =
                SelfSigned.certificate(keys, List.of("a.test"), NOW, new SecureRandom());

        new KeyMaterial(keys.getPrivate(), List.of(own)).check();
        assertThatThrownBy(
                        () -> new KeyMaterial(keys("EC", 256).getPrivate(), List.of(own)).check())
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void the_status_names_the_key_by_its_hash_and_never_shows_it() throws Exception {
        KeyPair keys = keys("EC", 256);
        KeyMaterial material =
                new KeyMaterial(
                        keys.getPrivate(),
                        List.of(
                                SelfSigned.certificate(
                                        keys, List.of("a.test"), NOW, new SecureRandom())));

        CertificateStatus status = material.status();

        assertThat(status.keySha256()).matches("[0-9a-f]{64}");
        assertThat(status.selfSigned()).isTrue();
        assertThat(Pem.certificates(status.pem())).containsExactly(material.certificate());
        assertThat(material.toString()).isEqualTo("KeyMaterial[CN=a.test]");
    }
}

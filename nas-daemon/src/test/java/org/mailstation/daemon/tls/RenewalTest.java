package org.mailstation.daemon.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Backup;
import org.mailstation.config.Ddns;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.daemon.apply.HandTimer;

class RenewalTest {
    private static final String HOST = "mail.home.test";

    @TempDir Path folder;
    private final HandTimer clock = new HandTimer();
    private final SecureRandom random = new SecureRandom();
    private StationTls tls;
    private int written;

    @BeforeEach
    void begin() throws Exception {
        tls = new StationTls(folder.resolve("secrets"), clock, random);
        write(keys(), HOST, clock.instant());
        tls.use(fromFiles());
    }

    private KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256, random);
        return generator.generateKeyPair();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private StationConfig fromFiles() {
        StationConfig plain = StationConfig.minimal(HOST, "home.test", List.of());
        return new StationConfig(
                plain.hostName(),
                plain.domains(),
                plain.accounts(),
                plain.aliases(),
                plain.relay(),
                plain.ports(),
                plain.network(),
                Ddns.NONE,
                new Tls(
                        Tls.Source.FILES,
                        file("certificate.pem").toString(),
                        file("key.pem").toString()),
                plain.storage(),
                plain.notifications(),
                plain.incoming(),
                Setup.CLOSED,
                Backup.NONE);
    }

    /** A pair that was made at that moment, and lies there for a while. */
    private void write(KeyPair keys, String name, Instant made) throws Exception {
        writeCertificate(keys, name, made);
        text("key.pem", Pem.write("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    private void writeCertificate(KeyPair keys, String name, Instant made) throws Exception {
        byte[] der = SelfSigned.certificate(keys, List.of(name), made, random).getEncoded();
        text("certificate.pem", Pem.write("CERTIFICATE", der));
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(file(name), text);
        age(name, Duration.ofHours(1).plusSeconds(written++));
    }

    private void age(String name, Duration age) throws IOException {
        Files.setLastModifiedTime(file(name), FileTime.from(clock.instant().minus(age)));
    }

    private String shown() {
        return Objects.requireNonNull(tls.status()).keySha256();
    }

    @Test
    void a_good_pair_is_taken_once() throws Exception {
        String before = shown();
        write(keys(), HOST, clock.instant());

        assertThat(tls.renew()).isEqualTo(new Renewal.Taken(Objects.requireNonNull(tls.status())));

        assertThat(shown()).isNotEqualTo(before);
        assertThat(tls.renew()).isEqualTo(new Renewal.Same());
    }

    @Test
    void a_new_certificate_for_the_same_key_is_taken_too() throws Exception {
        KeyPair keys = keys();
        write(keys, HOST, clock.instant());
        tls.renew();
        Instant end = Objects.requireNonNull(tls.status()).notAfter();
        clock.goOn(Duration.ofDays(30));
        writeCertificate(keys, HOST, clock.instant());

        assertThat(tls.renew()).isInstanceOf(Renewal.Taken.class);
        assertThat(Objects.requireNonNull(tls.status()).notAfter())
                .isEqualTo(end.plus(Duration.ofDays(30)));
    }

    @Test
    void the_same_files_written_again_are_no_renewal() throws Exception {
        text("certificate.pem", Files.readString(file("certificate.pem")));

        assertThat(tls.renew()).isEqualTo(new Renewal.Same());
    }

    @ParameterizedTest
    @CsvSource({
        "mail.home.test, 4000, EXPIRED",
        "mail.home.test, -2, NOT_YET",
        "www.other.test, 0, OTHER_NAME"
    })
    void what_would_do_harm_is_refused_and_the_old_one_stays(
            String name, int daysOld, Renewal.Reason reason) throws Exception {
        String before = shown();
        write(keys(), name, clock.instant().minus(Duration.ofDays(daysOld)));

        assertThat(tls.renew()).isEqualTo(new Renewal.Refused(reason));

        assertThat(shown()).isEqualTo(before);
        assertThat(tls.renew()).isEqualTo(new Renewal.Refused(reason));
    }

    @Test
    void a_certificate_without_its_key_is_refused() throws Exception {
        writeCertificate(keys(), HOST, clock.instant());

        assertThat(tls.renew()).isEqualTo(new Renewal.Refused(Renewal.Reason.OTHER_KEY));
    }

    @Test
    void a_key_of_another_kind_is_refused() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        text("key.pem", Pem.write("PRIVATE KEY", other.getPrivate().getEncoded()));

        assertThat(tls.renew()).isEqualTo(new Renewal.Refused(Renewal.Reason.OTHER_KEY));
    }

    @Test
    void damaged_and_missing_files_are_refused() throws Exception {
        text("key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThat(tls.renew()).isEqualTo(new Renewal.Refused(Renewal.Reason.UNREADABLE));

        Files.delete(file("key.pem"));
        assertThat(tls.renew()).isEqualTo(new Renewal.Refused(Renewal.Reason.UNREADABLE));
    }

    @Test
    void half_of_a_pair_that_is_just_being_written_is_not_judged_yet() throws Exception {
        KeyPair keys = keys();
        writeCertificate(keys, HOST, clock.instant());
        age("certificate.pem", Duration.ofSeconds(2));
        assertThat(tls.renew()).isEqualTo(new Renewal.Same());

        text("key.pem", Pem.write("PRIVATE KEY", keys.getPrivate().getEncoded()));

        assertThat(tls.renew()).isInstanceOf(Renewal.Taken.class);
    }

    @Test
    void where_the_one_in_use_has_another_name_one_more_is_taken() throws Exception {
        write(keys(), "www.other.test", clock.instant());
        tls.use(fromFiles());
        write(keys(), "mail.other.test", clock.instant());

        assertThat(tls.renew()).isInstanceOf(Renewal.Taken.class);
    }

    @Test
    void before_anything_is_shown_nothing_is_taken() {
        StationTls fresh = new StationTls(folder.resolve("other"), clock, random);

        assertThat(fresh.renew()).isEqualTo(new Renewal.Same());
        assertThat(fresh.status()).isNull();
    }

    @Test
    void the_stations_own_certificate_stays_as_it_is() throws Exception {
        tls.use(StationConfig.minimal(HOST, "home.test", List.of()));

        assertThat(tls.renew()).isEqualTo(new Renewal.Same());
    }
}

package org.mailstation.daemon.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Backup;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.control.CertificateFetching;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class CertificateKeeperTest {
    private static final Duration LIFE = Duration.ofDays(90);
    private static final String NAME = "mail.home.test";

    private final HandTimer time = new HandTimer();
    private final List<String> asked = new ArrayList<>();
    private @Nullable StationConfig config = config(NAME, Tls.Source.ACME);
    private @Nullable NotCertifiedException refusal;
    private FakeStationCertificate station;
    private CertificateKeeper keeper;
    @TempDir Path folder;

    @BeforeEach
    void make() throws Exception {
        station = new FakeStationCertificate();
        keeper = keeper();
    }

    private CertificateKeeper keeper() {
        return new CertificateKeeper(
                () -> config,
                station,
                _ -> this::certify,
                _ -> new HttpProof(0, _ -> () -> {}),
                folder.resolve("acme.json"),
                time,
                time,
                Runnable::run);
    }

    private static StationConfig config(String name, Tls.Source source) {
        StationConfig small = StationConfig.minimal(name, "home.test", List.of());
        return new StationConfig(
                small.hostName(),
                small.domains(),
                small.accounts(),
                small.aliases(),
                small.relay(),
                small.ports(),
                small.network(),
                small.ddns(),
                new Tls(source, "", ""),
                small.storage(),
                small.notifications(),
                small.incoming(),
                Setup.CLOSED,
                Backup.NONE);
    }

    private List<X509Certificate> certify(String name, KeyPair keys, Proof proof)
            throws NotCertifiedException {
        asked.add(name);
        if (refusal != null) {
            throw refusal;
        }
        return List.of(FakeStationCertificate.certificate(keys, name, time.instant(), LIFE));
    }

    private static NotCertifiedException no(@Nullable Instant notBefore) {
        return new NotCertifiedException(Text.of("acme.refused"), "unauthorized", notBefore);
    }

    @Test
    void one_is_fetched_at_once_and_renewed_when_a_third_of_its_life_is_left() {
        keeper.wake();
        assertThat(asked).containsExactly(NAME);
        assertThat(station.taken).isOne();

        time.goOn(Duration.ofDays(59));
        assertThat(asked).hasSize(1);
        for (int hour = 0; hour < 48; hour++) {
            time.goOn(Duration.ofHours(1));
        }
        assertThat(asked).hasSize(2);
        assertThat(station.taken).isEqualTo(2);
    }

    @Test
    void nothing_is_fetched_that_the_configuration_does_not_want() {
        config = config(NAME, Tls.Source.SELF_SIGNED);
        keeper.wake();
        config = null;
        keeper.wake();

        assertThat(asked).isEmpty();
        assertThat(keeper.state()).isEqualTo(CertificateFetching.OFF);
        assertThat(keeper.findings()).isEmpty();
    }

    @Test
    void after_a_failure_it_is_tried_again_after_longer_and_longer_pauses() {
        refusal = no(null);
        keeper.wake();
        assertThat(keeper.findings().getFirst().verdict()).isEqualTo(Verdict.FAIL);
        time.goOn(Duration.ofMinutes(14));
        assertThat(asked).hasSize(1);
        time.goOn(Duration.ofMinutes(1));
        assertThat(asked).hasSize(2);
        time.goOn(Duration.ofMinutes(59));
        assertThat(asked).hasSize(2);

        refusal = null;
        time.goOn(Duration.ofMinutes(1));
        assertThat(asked).hasSize(3);
        assertThat(keeper.findings().getFirst().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_restart_does_not_make_the_pause_shorter() {
        refusal = no(null);
        keeper.wake();
        keeper.close();

        keeper().wake();

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_person_may_have_it_tried_at_once_unless_the_authority_forbade_it() {
        refusal = no(null);
        keeper.wake();
        keeper.renew();
        assertThat(asked).hasSize(2);

        refusal = no(time.instant().plus(Duration.ofDays(3)));
        keeper.renew();
        keeper.renew();
        assertThat(asked).hasSize(3);

        for (int hour = 0; hour < 73; hour++) {
            time.goOn(Duration.ofHours(1));
        }
        assertThat(asked).hasSize(4);
    }

    @Test
    void another_name_gets_another_certificate_whatever_became_of_the_first() {
        keeper.wake();
        refusal = no(time.instant().plus(Duration.ofDays(3)));
        keeper.renew();
        refusal = null;
        config = config("other.home.test", Tls.Source.ACME);
        keeper.wake();

        assertThat(asked).containsExactly(NAME, NAME, "other.home.test");
        assertThat(keeper.state().reason()).isNull();
    }

    @Test
    void a_failure_while_there_is_much_time_left_is_no_trouble_yet() {
        keeper.wake();
        refusal = no(null);
        keeper.renew();

        assertThat(keeper.findings().getFirst().verdict()).isEqualTo(Verdict.PASS);
        assertThat(keeper.state().reason()).isEqualTo(Text.of("acme.refused"));
        assertThat(station.taken).isOne();
    }

    @Test
    void a_certificate_for_another_key_is_not_taken() throws Exception {
        KeyPair other = new FakeStationCertificate().keys;
        CertificateKeeper deceived =
                new CertificateKeeper(
                        () -> config,
                        station,
                        _ ->
                                (name, _, _) ->
                                        List.of(
                                                FakeStationCertificate.certificate(
                                                        other, name, time.instant(), LIFE)),
                        _ -> new HttpProof(0, _ -> () -> {}),
                        folder.resolve("acme.json"),
                        time,
                        time,
                        Runnable::run);
        deceived.wake();

        assertThat(station.taken).isZero();
        assertThat(deceived.findings().getFirst().verdict()).isEqualTo(Verdict.FAIL);
    }
}

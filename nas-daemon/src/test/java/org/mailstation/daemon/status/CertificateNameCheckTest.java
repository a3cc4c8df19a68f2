package org.mailstation.daemon.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.daemon.tls.StationTls;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;

class CertificateNameCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir Path secrets;

    private CertificateStatus certificate(String host) throws Exception {
        StationTls tls = new StationTls(secrets, Clock.systemUTC(), new SecureRandom());
        tls.use(StationConfig.minimal(host, "example.org", List.of()));
        return Objects.requireNonNull(tls.status());
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, mail.example.org, PASS",
        "mail.example.org, example.org, PASS",
        "mail.example.org, home.dyn.example, FAIL",
        "*.dyn.example, home.dyn.example, PASS",
        "*.dyn.example, a.home.dyn.example, FAIL",
        "*.dyn.example, dyn.example, FAIL"
    })
    void the_certificate_must_name_the_station(String named, String host, Verdict verdict)
            throws Exception {
        Finding found = CertificateNameCheck.check(certificate(named), host, NOW);
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.evidence().getFirst().answered()).contains(named);
    }

    @Test
    void a_certificate_that_cannot_be_read_says_nothing() {
        CertificateStatus broken = new CertificateStatus("CN=a", "00", NOW, NOW, false, "");
        Finding found = CertificateNameCheck.check(broken, "mail.example.org", NOW);
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}

package org.mailstation.daemon.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailstation.control.CertificateStatus;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.daemon.tls.Renewal;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;

class CertificateWatchTest {
    private final HandTimer time = new HandTimer();
    private final CertificateStatus kept =
            new CertificateStatus("CN=a", "00", time.instant(), time.instant(), false, "");
    private Renewal disk = new Renewal.Same();
    private int looks;
    private final CertificateWatch watch = new CertificateWatch(this::look, () -> kept, time, time);

    private Renewal look() {
        looks++;
        if (disk instanceof Renewal.Taken) {
            throw new IllegalStateException("cannot look");
        }
        return disk;
    }

    @ParameterizedTest
    @EnumSource(Renewal.Reason.class)
    void a_certificate_that_was_refused_is_a_finding_until_it_is_mended(Renewal.Reason reason) {
        disk = new Renewal.Refused(reason);
        watch.start();

        assertThat(watch.findings()).hasSize(1);
        Finding found = watch.findings().getFirst();
        assertThat(found.check()).isEqualTo("certificate.disk");
        assertThat(found.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(found.sentence().in(Locale.ENGLISH)).doesNotContain("renewal").contains("keeps");

        disk = new Renewal.Same();
        time.goOn(CertificateWatch.PERIOD);
        assertThat(watch.findings()).isEmpty();
    }

    @Test
    void it_looks_every_half_minute_also_after_a_surprise() {
        disk = new Renewal.Taken(kept);
        watch.start();
        time.goOn(CertificateWatch.PERIOD);
        time.goOn(CertificateWatch.PERIOD);

        assertThat(looks).isEqualTo(3);
    }

    @Test
    void a_closed_watch_looks_no_more() {
        watch.start();
        watch.close();
        time.goOn(CertificateWatch.PERIOD);

        assertThat(looks).isEqualTo(1);
        assertThat(time.pending()).isZero();
    }
}

package org.mailstation.daemon.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.mailstation.control.CertificateStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Is the certificate valid now, and for long enough to renew it in peace? */
final class CertificateCheck {
    /** Whoever renews does so a month before; a week later something is wrong with that. */
    static final Duration SOON = Duration.ofDays(21);

    static final Duration VERY_SOON = Duration.ofDays(7);

    private CertificateCheck() {}

    /**
     * @param zone for the days that the sentences name
     */
    static Finding check(CertificateStatus certificate, Instant now, ZoneId zone) {
        Observation found =
                Observation.onNas(
                        "certificate",
                        Hop.CERTIFICATE,
                        "validity of the certificate for " + certificate.subject(),
                        certificate.notBefore() + " to " + certificate.notAfter(),
                        now);
        String end = day(certificate.notAfter(), zone);
        if (now.isBefore(certificate.notBefore())) {
            String begin = day(certificate.notBefore(), zone);
            return found.fail(Severity.ERROR, Text.of("certificate.not-yet", begin), null);
        }
        if (!now.isBefore(certificate.notAfter())) {
            return found.fail(Severity.ERROR, Text.of("certificate.expired", end), null);
        }
        if (!now.plus(VERY_SOON).isBefore(certificate.notAfter())) {
            return found.fail(Severity.ERROR, Text.of("certificate.very-soon", end), null);
        }
        if (!now.plus(SOON).isBefore(certificate.notAfter())) {
            return found.warn(Severity.WARNING, Text.of("certificate.soon", end), null);
        }
        return found.pass(
                Text.of(
                        certificate.selfSigned() ? "certificate.self-signed" : "certificate.valid",
                        end));
    }

    static String day(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone).format(moment);
    }
}

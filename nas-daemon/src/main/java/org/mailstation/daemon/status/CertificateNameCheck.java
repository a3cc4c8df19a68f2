package org.mailstation.daemon.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.mailstation.control.CertificateStatus;
import org.mailstation.daemon.tls.CertificateNames;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Is the certificate for the name under which the station answers (RFC 9525 6.3)? */
final class CertificateNameCheck {
    private CertificateNameCheck() {}

    static Finding check(CertificateStatus certificate, String hostName, Instant now) {
        String asked = "names in the certificate for " + certificate.subject();
        try {
            List<String> names = names(certificate.pem());
            Observation found =
                    Observation.onNas(
                            "certificate.name",
                            Hop.CERTIFICATE,
                            asked,
                            String.join(", ", names),
                            now);
            if (CertificateNames.cover(names, hostName)) {
                return found.pass(Text.of("certificate.name.ok", hostName));
            }
            String others = names.isEmpty() ? certificate.subject() : String.join(", ", names);
            return found.fail(
                    Severity.ERROR,
                    Text.of("certificate.name.other", others, hostName),
                    new Remedy.ChangeSetting(
                            Text.of("certificate.name.remedy", hostName),
                            "tls.certificate-file",
                            ""));
        } catch (CertificateException unreadable) {
            return Observation.onNas(
                            "certificate.name",
                            Hop.CERTIFICATE,
                            asked,
                            String.valueOf(unreadable.getMessage()),
                            now)
                    .unknown(Severity.INFORMATION, Text.of("certificate.name.unknown"));
        }
    }

    private static List<String> names(String pem) throws CertificateException {
        X509Certificate certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(
                                                pem.getBytes(StandardCharsets.US_ASCII)));
        return CertificateNames.of(certificate);
    }
}

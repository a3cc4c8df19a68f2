package org.mailstation.daemon.acme;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.mailstation.control.CertificateFetching;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Is there a certificate that everybody trusts, and is it renewed in time? */
final class FetchingFindings {
    private FetchingFindings() {}

    static List<Finding> of(CertificateFetching state, Instant now) {
        if (!state.wanted()) {
            return List.of();
        }
        String answered = state.technically().isEmpty() ? "yes" : state.technically();
        Observation found =
                Observation.onNas(
                        "certificate.fetching",
                        Hop.CERTIFICATE,
                        "a certificate from an authority",
                        state.tried() == null ? "not asked yet" : answered,
                        state.tried() == null ? now : state.tried());
        return List.of(judge(found, state, now));
    }

    private static Finding judge(Observation found, CertificateFetching state, Instant now) {
        Instant renewal = state.renewal();
        Text reason = state.reason();
        boolean due = renewal == null || !now.isBefore(renewal);
        if (reason != null && due) {
            Remedy again =
                    new Remedy.RunOnNas(
                            Text.of("acme.again"), "mailstationctl certificate --renew");
            return renewal == null
                    ? found.fail(Severity.WARNING, reason, again)
                    : found.warn(Severity.WARNING, reason, again);
        }
        if (renewal == null) {
            return found.unknown(Severity.INFORMATION, Text.of("acme.waiting"));
        }
        return found.pass(Text.of("acme.fine", day(renewal)));
    }

    private static String day(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault()).format(moment);
    }
}

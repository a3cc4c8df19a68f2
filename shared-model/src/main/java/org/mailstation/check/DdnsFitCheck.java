package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.ddns.Holds;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.records.DdnsLimits;
import org.mailstation.text.Text;

/** Has the name of a DDNS provider room for what a mail domain needs? */
final class DdnsFitCheck extends NamedCheck {
    DdnsFitCheck() {
        super("dns.ddns-fit", Hop.DDNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) {
        String ddns = scene.config().ddns().host();
        List<Finding> found = new ArrayList<>();
        for (String domain : scene.config().domains()) {
            if (!ddns.isEmpty() && (domain.equals(ddns) || domain.endsWith("." + ddns))) {
                found.add(judge(scene, domain));
            }
        }
        return found.isEmpty()
                ? List.of(
                        new Observation(name(), hop(), List.of())
                                .notApplicable(Text.of("dns.ddns-fit.own")))
                : found;
    }

    private Finding judge(Scene scene, String domain) {
        DdnsLimits limits = DdnsLimits.of(scene.config(), domain);
        Evidence evidence =
                scene.evidence(
                        "catalogue: " + scene.config().ddns().provider(),
                        "MX " + limits.mx() + ", TXT " + limits.txt());
        Observation seen = new Observation(name() + ":" + domain, hop(), List.of(evidence));
        if (!limits.takesTxt()) {
            return seen.warn(Severity.WARNING, Text.of("dns.ddns-fit.address-only", domain), null);
        }
        if (!limits.takesMx()) {
            return seen.warn(Severity.INFORMATION, Text.of("dns.ddns-fit.no-mx", domain), null);
        }
        return limits.txt() == Holds.UNKNOWN || limits.mx() == Holds.UNKNOWN
                ? seen.unknown(Severity.INFORMATION, Text.of("dns.ddns-fit.unknown", domain))
                : seen.pass(Text.of("dns.ddns-fit.ok", domain));
    }
}

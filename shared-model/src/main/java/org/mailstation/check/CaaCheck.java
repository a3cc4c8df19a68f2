package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.config.Tls;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/** May the authority that the station asks make its certificates (RFC 8659)? */
final class CaaCheck extends NamedCheck {
    CaaCheck() {
        super("dns.caa", Hop.CERTIFICATE, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        String host = scene.config().hostName();
        List<Evidence> evidence = new ArrayList<>();
        if (scene.config().tls().source() != Tls.Source.ACME) {
            return List.of(seen(evidence).notApplicable(Text.of("dns.caa.none-needed")));
        }
        // RFC 8659 3: the nearest name upwards that has any counts
        for (String name = host; name.contains("."); name = name.substring(name.indexOf('.') + 1)) {
            Published published = scene.names().ask(name, RecordType.CAA);
            published.replies().stream().map(scene::evidence).forEach(evidence::add);
            if (!(published instanceof Published.Same same)) {
                return List.of(seen(evidence).unknown(Severity.ERROR, Text.of("dns.untold", name)));
            }
            if (!same.values().isEmpty()) {
                return List.of(judge(seen(evidence), same.values(), name, host));
            }
        }
        return List.of(seen(evidence).pass(Text.of("dns.caa.ok", host)));
    }

    private Observation seen(List<Evidence> evidence) {
        return new Observation(name(), hop(), evidence);
    }

    private static Finding judge(Observation seen, List<String> records, String name, String host) {
        List<String> issuers =
                records.stream()
                        .map(record -> record.split("\\s+", 3))
                        .filter(parts -> parts.length == 3 && parts[1].equalsIgnoreCase("issue"))
                        .map(parts -> issuer(parts[2]))
                        .toList();
        return issuers.isEmpty() || issuers.contains(Wanted.ISSUER)
                ? seen.pass(Text.of("dns.caa.ok", host))
                : seen.fail(
                        Severity.ERROR,
                        Text.of("dns.caa.forbidden", name, Wanted.ISSUER),
                        Fix.publish(
                                Wanted.caa(name), Text.of("dns.caa.remedy", name, Wanted.ISSUER)));
    }

    /** RFC 8659 4.2: what follows a semicolon restricts further, which cannot be judged here. */
    private static String issuer(String value) {
        return value.replace("\"", "").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}

package org.mailstation.check;

import java.util.List;
import org.mailstation.config.Relay;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.records.DdnsLimits;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/** May the station say hello under its own name (RFC 7208 2.3)? */
final class HostSpfCheck extends NamedCheck {
    HostSpfCheck() {
        super("dns.spf-host", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        String host = scene.config().hostName();
        boolean elsewhere =
                scene.config().domains().contains(host)
                        || scene.config().relay().use() == Relay.Use.ALWAYS
                        || !DdnsLimits.of(scene.config(), host).takesTxt();
        if (elsewhere) {
            return List.of(
                    new Observation(name(), hop(), List.of())
                            .notApplicable(Text.of("dns.spf-host.none-needed", host)));
        }
        DnsRule rule = new DnsRule(scene, name(), host, RecordType.TXT, Severity.INFORMATION);
        return List.of(rule.judge((seen, same) -> judge(scene, seen, same, host)));
    }

    private static Finding judge(Scene scene, Observation seen, Published.Same same, String host)
            throws InterruptedException {
        var remedy = Fix.publish(Wanted.hostSpf(host), host);
        if (TextRecord.of(same, "v=spf1").isEmpty()) {
            return seen.warn(Severity.INFORMATION, Text.of("dns.spf-host.none", host), remedy);
        }
        if (!(scene.line().address() instanceof PublicLine.Known(var address, var _))) {
            return seen.unknown(Severity.INFORMATION, Text.of("line.unknown"));
        }
        String ip = address.getHostAddress();
        return switch (SpfCheck.result(scene, host, ip)) {
            case "pass" -> seen.pass(Text.of("dns.spf-host.ok", host));
            case "temperror" -> seen.unknown(Severity.INFORMATION, Text.of("dns.untold", host));
            // RFC 7208 2.4: receivers may refuse at once
            default -> seen.warn(Severity.WARNING, Text.of("dns.spf-host.bad", host, ip), remedy);
        };
    }
}

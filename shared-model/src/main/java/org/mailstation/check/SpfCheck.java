package org.mailstation.check;

import java.net.InetAddress;
import java.util.List;
import org.apache.james.jspf.impl.SPF;
import org.mailstation.config.Relay;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/** May this home's address send letters of each mail domain (RFC 7208)? */
final class SpfCheck extends DomainCheck {
    SpfCheck() {
        super("dns.spf", RecordType.TXT, "", Severity.ERROR);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) throws InterruptedException {
        PublicLine.Answer line = scene.line().address();
        return (seen, same) -> judge(scene, seen, same, domain, line);
    }

    private static Finding judge(
            Scene scene,
            Observation seen,
            Published.Same same,
            String domain,
            PublicLine.Answer line) {
        List<String> records = TextRecord.of(same, "v=spf1");
        Remedy remedy = remedy(domain);
        if (records.isEmpty()) {
            return seen.warn(Severity.WARNING, Text.of("dns.spf.none", domain), remedy);
        }
        if (records.size() > 1) {
            // RFC 7208 4.5: several are an error for everybody
            return seen.fail(Severity.ERROR, Text.of("dns.spf.several", domain), remedy);
        }
        if (scene.config().relay().use() == Relay.Use.ALWAYS) {
            return seen.unknown(Severity.INFORMATION, Text.of("dns.spf.relay", domain));
        }
        return switch (line) {
            case PublicLine.Unknown _ -> seen.unknown(Severity.ERROR, Text.of("line.unknown"));
            case PublicLine.Known(var address, _) -> evaluate(scene, seen, domain, address, remedy);
        };
    }

    private static Finding evaluate(
            Scene scene, Observation seen, String domain, InetAddress address, Remedy remedy) {
        String ip = address.getHostAddress();
        String result =
                new SPF(new SpfDns(scene.names()))
                        .checkSPF(ip, "postmaster@" + domain, scene.config().hostName())
                        .getResult();
        return switch (result) {
            case "pass" -> seen.pass(Text.of("dns.spf.ok", domain, ip));
            case "temperror" -> seen.unknown(Severity.ERROR, Text.of("dns.untold", domain));
            case "permerror" ->
                    seen.fail(Severity.ERROR, Text.of("dns.spf.malformed", domain), remedy);
            case "fail", "softfail" ->
                    seen.fail(Severity.ERROR, Text.of("dns.spf.forbidden", domain, ip), remedy);
            default -> seen.warn(Severity.WARNING, Text.of("dns.spf.neutral", domain, ip), remedy);
        };
    }

    private static Remedy remedy(String domain) {
        return new Remedy.DnsRecord(
                Text.of("dns.spf.remedy", domain), "TXT", domain + ".", "v=spf1 mx ~all");
    }
}

package org.mailstation.check;

import java.net.InetAddress;
import java.util.List;
import org.mailstation.config.Relay;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.records.ReverseNames;
import org.mailstation.text.Text;

/** Does the home's address lead back to the station's name? Large providers refuse mail if not. */
final class ReverseNameCheck extends NamedCheck {
    ReverseNameCheck() {
        super("dns.reverse", Hop.ISP, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        if (scene.config().relay().use() == Relay.Use.ALWAYS) {
            return List.of(
                    new Observation(name(), hop(), List.of())
                            .notApplicable(Text.of("dns.reverse.relay")));
        }
        return switch (scene.line().address()) {
            case PublicLine.Unknown(var evidence) ->
                    List.of(
                            new Observation(name(), hop(), evidence)
                                    .unknown(Severity.WARNING, Text.of("line.unknown")));
            case PublicLine.Known(var address, _) -> List.of(look(scene, address));
        };
    }

    private Finding look(Scene scene, InetAddress address) throws InterruptedException {
        String reverse = ReverseNames.of(address);
        DnsRule rule = new DnsRule(scene, name(), reverse, RecordType.PTR, Severity.WARNING);
        Finding found = rule.judge((seen, same) -> judge(scene, seen, same, address));
        return new Finding(
                found.check(),
                hop(),
                found.verdict(),
                found.severity(),
                found.sentence(),
                found.evidence(),
                found.remedy());
    }

    private static Finding judge(Scene scene, Observation seen, Published.Same same, InetAddress ip)
            throws InterruptedException {
        String host = scene.config().hostName();
        String address = ip.getHostAddress();
        Remedy remedy = new Remedy.AskProvider(Text.of("dns.reverse.remedy", address, host));
        if (same.values().isEmpty()) {
            return seen.warn(Severity.WARNING, Text.of("dns.reverse.none", address), remedy);
        }
        if (same.values().stream().anyMatch(name -> name.equalsIgnoreCase(host + "."))) {
            return seen.pass(Text.of("dns.reverse.ok", address, host));
        }
        String name = DnsWords.plain(same.values().getFirst());
        String key = isGeneric(name, ip) ? "generic" : "other";
        if (scene.names().ask(name, RecordType.A) instanceof Published.Same forward
                && !forward.values().contains(address)) {
            // receivers go there and back, and trust neither if it does not close
            key = "unconfirmed";
        }
        return seen.warn(Severity.WARNING, Text.of("dns.reverse." + key, address, name), remedy);
    }

    /** Made from the address, or named after the kind of line: receivers know the pattern. */
    private static boolean isGeneric(String name, InetAddress ip) {
        byte[] octets = ip.getAddress();
        String last = String.valueOf(octets[octets.length - 1] & 0xFF);
        return name.matches(
                        "(?i).*\\b(dyn|dynamic|dsl|adsl|vdsl|pool|dip|dhcp|cable|ppp|cust|client)"
                                + "[0-9]*\\b.*")
                || name.matches(".*(^|[^0-9])0*" + last + "([^0-9]).*");
    }
}

package org.mailstation.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.standing.Block;
import org.mailstation.text.Text;

/** Does the station's name lead to the home's address on the Internet? */
final class HostAddressCheck extends NamedCheck {
    HostAddressCheck() {
        super("dns.address", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        String host = scene.config().hostName();
        PublicLine.Answer line = scene.line().address();
        DnsRule rule = new DnsRule(scene, name(), host, RecordType.A, Severity.CRITICAL);
        return List.of(rule.judge((seen, same) -> judge(with(seen, line), same, host, line)));
    }

    private static Observation with(Observation seen, PublicLine.Answer line) {
        List<Evidence> all = new ArrayList<>(seen.evidence());
        all.addAll(line.evidence());
        return new Observation(seen.check(), seen.hop(), all);
    }

    private static Finding judge(
            Observation seen, Published.Same same, String host, PublicLine.Answer line) {
        List<InetAddress> published = same.values().stream().map(Addresses::literal).toList();
        if (published.isEmpty()) {
            return seen.fail(
                    Severity.CRITICAL, Text.of("dns.address.none", host), record(host, line));
        }
        for (InetAddress address : published) {
            if (Block.of(address) != Block.PUBLIC) {
                return seen.fail(
                        Severity.CRITICAL,
                        Text.of("dns.address.private", host, address.getHostAddress()),
                        record(host, line));
            }
        }
        return switch (line) {
            case PublicLine.Unknown _ ->
                    seen.unknown(
                            Severity.CRITICAL,
                            Text.of("dns.address.unknown-line", host, words(same)));
            case PublicLine.Known(var home, _) -> compare(seen, same, host, home, published, line);
        };
    }

    private static Finding compare(
            Observation seen,
            Published.Same same,
            String host,
            InetAddress home,
            List<InetAddress> published,
            PublicLine.Answer line) {
        String address = home.getHostAddress();
        if (!published.contains(home)) {
            return seen.fail(
                    Severity.CRITICAL,
                    Text.of("dns.address.stale", host, words(same), address),
                    record(host, line));
        }
        if (published.size() > 1) {
            // every other letter would go to the address that is not ours
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.address.several", host, words(same), address),
                    record(host, line));
        }
        return seen.pass(Text.of("dns.address.ok", host, address));
    }

    private static String words(Published.Same same) {
        return String.join(", ", same.values());
    }

    private static Remedy record(String host, PublicLine.Answer line) {
        String address =
                line instanceof PublicLine.Known known ? known.address().getHostAddress() : "";
        return new Remedy.DnsRecord(
                Text.of("dns.address.remedy", host, address), "A", host + ".", address);
    }
}

package org.mailstation.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Wanted;
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
        return List.of(rule.judge((seen, same) -> judge(scene, with(seen, line), same, line)));
    }

    private static Observation with(Observation seen, PublicLine.Answer line) {
        List<Evidence> all = new ArrayList<>(seen.evidence());
        all.addAll(line.evidence());
        return new Observation(seen.check(), seen.hop(), all);
    }

    private static Finding judge(
            Scene scene, Observation seen, Published.Same same, PublicLine.Answer line)
            throws InterruptedException {
        String host = scene.config().hostName();
        List<InetAddress> published = same.values().stream().map(Addresses::literal).toList();
        if (published.isEmpty()) {
            return fail(scene, seen, Text.of("dns.address.none", host), line);
        }
        for (InetAddress address : published) {
            Block block = Block.of(address);
            if (block != Block.PUBLIC) {
                String key = block == Block.THIS_COMPUTER ? "loopback" : "private";
                String words = address.getHostAddress();
                return fail(scene, seen, Text.of("dns.address." + key, host, words), line);
            }
        }
        return switch (line) {
            case PublicLine.Unknown _ ->
                    seen.unknown(
                            Severity.CRITICAL,
                            Text.of("dns.address.unknown-line", host, words(same)));
            case PublicLine.Known(var home, _) ->
                    published.contains(home)
                            ? here(scene, seen, same, home, line)
                            : fail(scene, seen, wrong(scene, same, home), line);
        };
    }

    /** Whether the name was entered wrongly, or not at all. */
    private static Text wrong(Scene scene, Published.Same same, InetAddress home)
            throws InterruptedException {
        String host = scene.config().hostName();
        String key = Wildcard.covers(scene, host, same) ? "wildcard" : "stale";
        return Text.of("dns.address." + key, host, words(same), home.getHostAddress());
    }

    private static Finding here(
            Scene scene,
            Observation seen,
            Published.Same same,
            InetAddress home,
            PublicLine.Answer line)
            throws InterruptedException {
        String host = scene.config().hostName();
        String address = home.getHostAddress();
        if (same.values().size() > 1) {
            // every other letter would go to the address that is not ours
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.address.several", host, words(same), address),
                    record(scene, line));
        }
        return same.aliases().isEmpty()
                ? seen.pass(Text.of("dns.address.ok", host, address))
                : seen.warn(
                        Severity.INFORMATION,
                        Text.of(
                                "dns.address.alias",
                                host,
                                DnsWords.plain(same.aliases().getLast())),
                        null);
    }

    private static Finding fail(Scene scene, Observation seen, Text text, PublicLine.Answer line)
            throws InterruptedException {
        return seen.fail(Severity.CRITICAL, text, record(scene, line));
    }

    private static String words(Published.Same same) {
        return String.join(", ", same.values());
    }

    /** The record, if it is known which one would be right. */
    private static @Nullable Remedy record(Scene scene, PublicLine.Answer line)
            throws InterruptedException {
        if (!(line instanceof PublicLine.Known(var address, var _))) {
            return null;
        }
        String host = scene.config().hostName();
        return Fix.publish(
                Wanted.address(Fix.home(scene), address),
                Text.of("dns.address.remedy", host, address.getHostAddress()));
    }
}

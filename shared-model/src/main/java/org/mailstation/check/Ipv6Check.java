package org.mailstation.check;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.ReverseNames;
import org.mailstation.text.Text;

/**
 * If the station's name has IPv6 addresses, are they the station's? Senders prefer them (RFC 6724),
 * so a wrong one holds up letters although everything else is right.
 */
final class Ipv6Check extends NamedCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    Ipv6Check() {
        super("dns.address6", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        String host = scene.config().hostName();
        Published published = scene.names().ask(host, RecordType.AAAA);
        List<Evidence> evidence = published.replies().stream().map(scene::evidence).toList();
        Observation seen = new Observation(name(), hop(), evidence);
        if (!(published instanceof Published.Same same)) {
            return List.of(seen.unknown(Severity.INFORMATION, Text.of("dns.untold", host)));
        }
        if (same.values().isEmpty()) {
            return List.of(seen.notApplicable(Text.of("dns.address6.none", host)));
        }
        List<Finding> found = new ArrayList<>();
        for (String value : same.values()) {
            InetAddress address = Addresses.literal(value);
            found.add(judge(scene, host, address, evidence));
            if (scene.config().relay().use() != Relay.Use.ALWAYS) {
                found.add(reverse(scene, address));
            }
        }
        return found;
    }

    private Finding judge(Scene scene, String host, InetAddress address, List<Evidence> evidence) {
        String words = address.getHostAddress();
        if (!isGlobal(address)) {
            Observation seen = new Observation(name() + ":" + words, hop(), evidence);
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.address6.private", host, words),
                    remove(host, words));
        }
        Port port = scene.config().ports().of(Service.SMTP);
        InetSocketAddress where = new InetSocketAddress(address, port.external());
        DoorAnswer answer = scene.doors().knock(Service.SMTP, where, host, PATIENCE);
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(scene.evidence("connect [" + words + "]:" + port.external(), answer.words()));
        Observation seen = new Observation(name() + ":" + words, hop(), all);
        return switch (answer) {
            case DoorAnswer.Secured _ when !scene.identity().known() ->
                    seen.unknown(
                            Severity.INFORMATION, Text.of("dns.address6.unknown", host, words));
            case DoorAnswer.Secured(var _, var tls)
                    when tls.keySha256().equals(scene.identity().keySha256()) ->
                    seen.pass(Text.of("dns.address6.ok", host, words));
            case DoorAnswer.Secured _, DoorAnswer.InTheClear _, DoorAnswer.Strange _ ->
                    seen.fail(
                            Severity.ERROR,
                            Text.of("dns.address6.other", host, words),
                            remove(host, words));
            case DoorAnswer.Refused _, DoorAnswer.Silent _ ->
                    seen.fail(
                            Severity.ERROR,
                            Text.of("dns.address6.closed", host, words),
                            remove(host, words));
            // this network has no IPv6 itself
            case DoorAnswer.NoWay _ ->
                    seen.unknown(
                            Severity.INFORMATION, Text.of("dns.address6.unknown", host, words));
        };
    }

    /** RFC 4291 2.4: 2000::/3 is what is given out; fc00::/7 and fe80::/10 stay at home. */
    private static boolean isGlobal(InetAddress address) {
        return (address.getAddress()[0] & 0xE0) == 0x20;
    }

    private static Remedy remove(String host, String address) {
        return new Remedy.AskProvider(Text.of("dns.address6.remedy", host, address));
    }

    /** Large providers take nothing by IPv6 from an address without a name. */
    private Finding reverse(Scene scene, InetAddress address) throws InterruptedException {
        String host = scene.config().hostName();
        String words = address.getHostAddress();
        String check = "dns.reverse6:" + words;
        DnsRule rule =
                new DnsRule(
                        scene,
                        check,
                        ReverseNames.of(address),
                        RecordType.PTR,
                        Severity.INFORMATION);
        return rule.judge(
                (seen, same) ->
                        same.values().contains(host + ".")
                                ? seen.pass(Text.of("dns.reverse.ok", words, host))
                                : seen.warn(
                                        Severity.WARNING,
                                        Text.of("dns.reverse6.none", words),
                                        new Remedy.AskProvider(
                                                Text.of("dns.reverse.remedy", words, host))));
    }
}

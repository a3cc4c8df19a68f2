package org.mailstation.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.probe.Referral;
import org.mailstation.text.Text;

/**
 * Do those above a zone name the servers that it has (RFC 1034 4.2.2, RFC 1912 2.8)? A server that
 * is named there and does not know the zone is asked every so often.
 */
final class DelegationCheck extends NamedCheck {
    DelegationCheck() {
        super("dns.delegation", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        Set<String> zones = new LinkedHashSet<>();
        for (String domain : scene.config().domains()) {
            zones.add(scene.names().zone(domain).name());
        }
        zones.add(scene.names().zone(scene.config().hostName()).name());
        zones.remove(""); // not found: the check of the servers says so
        List<Finding> found = new ArrayList<>();
        for (String zone : zones) {
            found.add(judge(scene, zone));
        }
        return found;
    }

    private Finding judge(Scene scene, String zone) throws InterruptedException {
        Referral above = scene.names().delegation(zone);
        Published below = scene.names().ask(zone, RecordType.NS);
        List<Evidence> evidence = new ArrayList<>(List.of(scene.evidence(above.reply())));
        below.replies().stream().map(scene::evidence).forEach(evidence::add);
        Observation seen = new Observation(name() + ":" + zone, hop(), evidence);
        Set<String> parent = names(above.reply().values());
        if (parent.isEmpty() || !(below instanceof Published.Same own)) {
            return seen.unknown(Severity.INFORMATION, Text.of("dns.delegation.unknown", zone));
        }
        Set<String> child = names(own.values());
        if (parent.equals(child)) {
            return seen.pass(Text.of("dns.delegation.ok", zone));
        }
        parent.removeAll(child);
        Set<String> lame = new TreeSet<>();
        for (Zone.Server server : scene.names().servers(List.copyOf(parent), above)) {
            if (!scene.names().isServed(server, zone)) {
                lame.add(DnsWords.plain(server.name()));
            }
        }
        return lame.isEmpty()
                ? seen.warn(Severity.INFORMATION, Text.of("dns.delegation.differs", zone), null)
                : seen.fail(
                        Severity.ERROR,
                        Text.of("dns.delegation.lame", zone, String.join(", ", lame)),
                        new Remedy.AskProvider(Text.of("dns.servers.remedy", zone)));
    }

    private static Set<String> names(List<String> servers) {
        Set<String> names = new TreeSet<>();
        servers.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}

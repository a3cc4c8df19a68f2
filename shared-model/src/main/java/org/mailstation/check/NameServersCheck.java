package org.mailstation.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * Do the name servers of our names answer, and do they know the zone (RFC 1034 4.2, RFC 1912 2.8)?
 */
final class NameServersCheck extends NamedCheck {
    NameServersCheck() {
        super("dns.servers", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        Set<String> names = new LinkedHashSet<>(scene.config().domains());
        names.add(scene.config().hostName());
        List<Finding> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : names) {
            Zone zone = scene.names().zone(name);
            if (seen.add(zone.found() ? zone.name() : name)) {
                found.add(judge(scene, name, zone));
            }
        }
        return found;
    }

    private Finding judge(Scene scene, String name, Zone zone) throws InterruptedException {
        if (!zone.found()) {
            List<Evidence> evidence = zone.search().stream().map(scene::evidence).toList();
            Observation seen = new Observation(name() + ":" + name, hop(), evidence);
            boolean told = zone.search().stream().anyMatch(DnsReply::told);
            return told
                    ? seen.fail(
                            Severity.CRITICAL, Text.of("dns.servers.none", name), provider(name))
                    : seen.unknown(Severity.CRITICAL, Text.of("dns.untold", name));
        }
        Published soa = scene.names().ask(zone.name(), RecordType.SOA);
        Observation seen =
                new Observation(
                        name() + ":" + zone.name(),
                        hop(),
                        soa.replies().stream().map(scene::evidence).toList());
        List<String> silent = new ArrayList<>();
        List<String> lame = new ArrayList<>();
        for (int i = 0; i < zone.servers().size(); i++) {
            DnsReply reply = soa.replies().get(i);
            if (!reply.told() && late(reply)) {
                silent.add(zone.servers().get(i).name());
            } else if (!reply.told() || !reply.authoritative()) {
                lame.add(zone.servers().get(i).name());
            }
        }
        return judge(scene, zone, soa, seen, silent, lame);
    }

    private Finding judge(
            Scene scene,
            Zone zone,
            Published soa,
            Observation seen,
            List<String> silent,
            List<String> lame) {
        String name = zone.name();
        int bad = silent.size() + lame.size();
        if (bad == zone.servers().size()
                && soa instanceof Published.Same same
                && !same.values().isEmpty()) {
            // others reach them: somebody on our way keeps questions to them back
            return seen.pass(Text.of("dns.servers.elsewhere", name));
        }
        if (bad == zone.servers().size() && !lame.isEmpty()) {
            return seen.fail(
                    Severity.CRITICAL, Text.of("dns.servers.all-lame", name), provider(name));
        }
        if (bad == zone.servers().size()) {
            return othersHear(scene)
                    ? seen.fail(
                            Severity.CRITICAL, Text.of("dns.servers.silent", name), provider(name))
                    : seen.unknown(Severity.CRITICAL, Text.of("dns.untold", name));
        }
        if (!lame.isEmpty()) {
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.servers.lame", name, String.join(", ", lame)),
                    provider(name));
        }
        if (!silent.isEmpty()) {
            return seen.warn(
                    Severity.WARNING,
                    Text.of("dns.servers.some-silent", name, String.join(", ", silent)),
                    provider(name));
        }
        return seen.pass(Text.of("dns.servers.ok", name));
    }

    /** Whether the public resolvers answer at all: if not, it is our own line that is silent. */
    private static boolean othersHear(Scene scene) {
        return scene.names().elsewhere("com", RecordType.NS).stream().anyMatch(DnsReply::told);
    }

    private static boolean late(DnsReply reply) {
        return reply.answer() instanceof DnsAnswer.CouldNotTell no
                && no.reason() == DnsAnswer.Reason.TIMEOUT;
    }

    private static Remedy provider(String name) {
        return new Remedy.AskProvider(Text.of("dns.servers.remedy", name));
    }
}

package org.mailstation.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Map<Manner, Set<String>> servers = new EnumMap<>(Manner.class);
        for (int i = 0; i < zone.servers().size(); i++) {
            servers.computeIfAbsent(manner(soa.replies().get(i)), _ -> new LinkedHashSet<>())
                    .add(DnsWords.plain(zone.servers().get(i).name()));
        }
        boolean none = !servers.containsKey(Manner.GOOD);
        return none
                ? all(scene, zone, soa, seen, servers.keySet())
                : some(zone, soa, seen, servers);
    }

    /** How a server answers for a zone that is said to be its own. */
    private enum Manner {
        GOOD,
        SILENT,
        /** SERVFAIL: it should know, but cannot say */
        FAILING,
        /** it does not know the zone */
        LAME
    }

    private static Manner manner(DnsReply reply) {
        if (reply.answer() instanceof DnsAnswer.CouldNotTell(var reason, var _)) {
            return switch (reason) {
                case TIMEOUT -> Manner.SILENT;
                case SERVER_FAILURE -> Manner.FAILING;
                case REFUSED, MALFORMED -> Manner.LAME;
            };
        }
        return reply.authoritative() ? Manner.GOOD : Manner.LAME;
    }

    /** Not one of them answers as it should. */
    private static Finding all(
            Scene scene, Zone zone, Published soa, Observation seen, Set<Manner> manners) {
        String name = zone.name();
        if (soa instanceof Published.Same same && !same.values().isEmpty()) {
            // others reach them: somebody on our way keeps questions to them back
            return seen.pass(Text.of("dns.servers.elsewhere", name));
        }
        if (manners.equals(Set.of(Manner.SILENT)) && !othersHear(scene)) {
            return seen.unknown(Severity.CRITICAL, Text.of("dns.untold", name));
        }
        String key =
                manners.contains(Manner.LAME)
                        ? "dns.servers.all-lame"
                        : manners.contains(Manner.FAILING)
                                ? "dns.servers.all-failing"
                                : "dns.servers.silent";
        return seen.fail(Severity.CRITICAL, Text.of(key, name), provider(name));
    }

    private static Finding some(
            Zone zone, Published soa, Observation seen, Map<Manner, Set<String>> servers) {
        String name = zone.name();
        Set<String> lame = servers.getOrDefault(Manner.LAME, Set.of());
        Set<String> failing = servers.getOrDefault(Manner.FAILING, Set.of());
        Set<String> silent = servers.getOrDefault(Manner.SILENT, Set.of());
        if (!lame.isEmpty()) {
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.servers.lame", name, String.join(", ", lame)),
                    provider(name));
        }
        if (!failing.isEmpty()) {
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.servers.some-failing", name, String.join(", ", failing)),
                    provider(name));
        }
        if (!silent.isEmpty()) {
            return seen.warn(
                    Severity.WARNING,
                    Text.of("dns.servers.some-silent", name, String.join(", ", silent)),
                    provider(name));
        }
        // what matters is compared by the checks of each record; this alone may be a moment's delay
        return soa instanceof Published.Different
                ? seen.warn(Severity.INFORMATION, Text.of("dns.servers.serials", name), null)
                : seen.pass(Text.of("dns.servers.ok", name));
    }

    /** Whether the public resolvers answer at all: if not, it is our own line that is silent. */
    private static boolean othersHear(Scene scene) {
        return scene.names().elsewhere("com", RecordType.NS).stream().anyMatch(DnsReply::told);
    }

    private static Remedy provider(String name) {
        return new Remedy.AskProvider(Text.of("dns.servers.remedy", name));
    }
}

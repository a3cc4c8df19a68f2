package org.mailstation.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.probe.Referral;

/** Finds the zone that a name lies in: the nearest parent that has name servers. */
final class ZoneSearch {
    /** A top-level domain has a dozen servers, which all say the same. */
    private static final int ENOUGH = 3;

    private final Dns dns;
    private final List<NameServer> resolvers;
    private final List<DnsReply> asked = new ArrayList<>();

    ZoneSearch(Dns dns, List<NameServer> resolvers) {
        this.dns = dns;
        this.resolvers = resolvers;
    }

    Zone of(String name) {
        String parent = name;
        // the root and the top-level domains are nobody's home
        while (parent.contains(".")) {
            DnsReply reply = ask(new DnsQuestion(parent, RecordType.NS));
            if (isZone(reply)) {
                return new Zone(parent, servers(reply.values(), Map.of()), asked);
            }
            if (!reply.told()) {
                // a resolver cannot say who does not answer it; those above the zone can
                Referral referral = delegation(parent);
                if (isZone(referral.reply())) {
                    List<String> names = referral.reply().values();
                    return new Zone(parent, servers(names, referral.glue()), asked);
                }
            }
            parent = above(parent);
        }
        return new Zone("", List.of(), asked);
    }

    /** What those above a zone say of it: the first of them that answers. */
    Referral delegation(String zone) {
        for (String parent = above(zone); !parent.isEmpty(); parent = above(parent)) {
            DnsReply reply = ask(new DnsQuestion(parent, RecordType.NS));
            if (isZone(reply)) {
                return refer(
                        servers(reply.values().stream().limit(ENOUGH).toList(), Map.of()), zone);
            }
        }
        return Referral.untold(zone);
    }

    private Referral refer(List<Zone.Server> servers, String zone) {
        for (Zone.Server server : servers) {
            Referral referral = dns.refer(server.address(), zone);
            remember(referral.reply());
            if (referral.reply().told()) {
                return referral;
            }
        }
        return Referral.untold(zone);
    }

    private static boolean isZone(DnsReply reply) {
        return reply.answer() instanceof DnsAnswer.Records records && records.aliases().isEmpty();
    }

    private static String above(String name) {
        return name.contains(".") ? name.substring(name.indexOf('.') + 1) : "";
    }

    List<Zone.Server> servers(List<String> names, Map<String, List<InetAddress>> glue) {
        List<Zone.Server> servers = new ArrayList<>();
        for (String name : names) {
            List<InetAddress> known = glue.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            List<InetAddress> addresses =
                    known.isEmpty()
                            ? ask(new DnsQuestion(name, RecordType.A)).values().stream()
                                    .map(Addresses::literal)
                                    .toList()
                            : known;
            addresses.forEach(address -> servers.add(new Zone.Server(name, address)));
        }
        return servers;
    }

    /** The first public resolver that knows; if none, the one of this computer. */
    private DnsReply ask(DnsQuestion question) {
        for (NameServer resolver : resolvers) {
            DnsReply reply = remember(resolver.ask(question));
            if (reply.told()) {
                return reply;
            }
        }
        return remember(dns.here().ask(question));
    }

    private DnsReply remember(DnsReply reply) {
        asked.add(reply);
        return reply;
    }
}

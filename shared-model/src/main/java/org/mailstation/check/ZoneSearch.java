package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;

/** Finds the zone that a name lies in: the nearest parent that has name servers. */
final class ZoneSearch {
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
            if (reply.answer() instanceof DnsAnswer.Records records
                    && records.aliases().isEmpty()) {
                return new Zone(parent, servers(records.values()), asked);
            }
            parent = parent.substring(parent.indexOf('.') + 1);
        }
        return new Zone("", List.of(), asked);
    }

    private List<Zone.Server> servers(List<String> names) {
        List<Zone.Server> servers = new ArrayList<>();
        for (String name : names) {
            for (String address : ask(new DnsQuestion(name, RecordType.A)).values()) {
                servers.add(new Zone.Server(name, Addresses.literal(address)));
            }
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

package org.mailstation.daemon.assurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;

/**
 * Looks for signed records of servers' keys (RFC 7672 2). Where nobody can prove anything, there
 * are none: a line whose name servers lose signatures must not stop the mail.
 */
final class KeyRecords {
    private final NameServer proven;

    /**
     * @param proven says {@code authenticated} only of what it has proven itself
     */
    KeyRecords(NameServer proven) {
        this.proven = proven;
    }

    /** Whether it is proven which servers a domain has, so that their keys are worth a look. */
    boolean areServersProven(String domain) {
        DnsReply servers = ask(domain, RecordType.MX);
        return servers.authenticated() && servers.told();
    }

    /**
     * What one server of such a domain must show; empty where it has published nothing.
     *
     * @throws NotSecureException if there are records, but they cannot be proven (2.1.1)
     */
    Optional<Demand> of(String host, String domain) throws NotSecureException {
        DnsReply address = ask(host, RecordType.A);
        if (!address.authenticated()) {
            address = ask(host, RecordType.AAAA);
        }
        if (!address.authenticated()) {
            return Optional.empty();
        }
        for (String base : bases(host, address.answer())) {
            DnsReply keys = ask("_25._tcp." + base, RecordType.TLSA);
            if (!keys.told()) {
                throw new NotSecureException(
                        "its TLSA records cannot be proven by DNSSEC: " + printable(keys.words()));
            }
            if (keys.authenticated() && keys.answer() instanceof DnsAnswer.Records found) {
                return Optional.of(demand(found.values(), List.of(base, domain)));
            }
        }
        return Optional.empty();
    }

    /** RFC 7672 2.2.3: where an alias leads comes first. */
    private static List<String> bases(String host, DnsAnswer address) {
        List<String> bases = new ArrayList<>();
        if (address instanceof DnsAnswer.Records found && !found.aliases().isEmpty()) {
            String last = found.aliases().getLast();
            bases.add(last.endsWith(".") ? last.substring(0, last.length() - 1) : last);
        }
        bases.add(host);
        return bases;
    }

    private static Demand demand(List<String> lines, List<String> names) {
        List<Tlsa> records = lines.stream().flatMap(line -> Tlsa.parse(line).stream()).toList();
        return records.isEmpty() ? new Demand.Encrypted() : new Demand.Keyed(records, names);
    }

    private DnsReply ask(String name, RecordType type) {
        return proven.ask(new DnsQuestion(name, type));
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}

package org.mailstation.records;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailstation.config.Network;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;

/**
 * Who may send letters of a domain (RFC 7208): the way that they really take, and whoever else was
 * allowed already.
 */
public final class SpfRecord {
    /** Of the station's own name, under which it says hello (RFC 7208 2.3). */
    public static final String OF_HOST = "v=spf1 a -all";

    private static final String VERSION = "v=spf1";

    private SpfRecord() {}

    /**
     * The record for a domain.
     *
     * @param existing the SPF records that it has now; what they allow to others is kept
     */
    public static String wanted(Home home, String domain, List<String> existing) {
        List<String> terms = SpfTerms.of(existing);
        String wanted = join(ours(home, domain, terms), terms);
        return existing.size() == 1 && same(existing.getFirst(), wanted)
                ? existing.getFirst()
                : wanted;
    }

    /** The same with as few look-ups as can be: others keep what is said by their addresses. */
    public static String shortened(Home home, String domain, List<String> existing) {
        List<String> free =
                SpfTerms.of(existing).stream()
                        .filter(term -> SpfTerms.isFree(term) || SpfTerms.bare(term).equals("all"))
                        .toList();
        return join(ours(home, domain, free), free);
    }

    /** Whether two records say the same, in whatever order. */
    public static boolean same(String one, String other) {
        return set(one).equals(set(other));
    }

    /** What lets the relay send, for example {@code include:_spf.google.com}. */
    public static String relayTerm(Relay relay) {
        return RelaySenders.term(relay.host());
    }

    /** Whether the relay's operator says himself what lets it send. */
    public static boolean knowsRelay(Relay relay) {
        return RelaySenders.knows(relay.host());
    }

    private static Set<String> set(String record) {
        Set<String> terms = new HashSet<>();
        SpfTerms.of(List.of(record))
                .forEach(term -> terms.add(term.toLowerCase(java.util.Locale.ROOT)));
        return terms;
    }

    /** What must be there for the way that letters take. */
    private static List<String> ours(Home home, String domain, List<String> terms) {
        StationConfig config = home.config();
        List<String> ours = new ArrayList<>();
        if (config.relay().use() != Relay.Use.ALWAYS) {
            List<String> known = acceptable(home, domain);
            ours.add(known.stream().filter(terms::contains).findFirst().orElse(known.getFirst()));
        }
        if (config.relay().use() != Relay.Use.NEVER) {
            ours.add(relayTerm(config.relay()));
        }
        return ours;
    }

    /** Each of these lets the home send; the first is the one that is proposed. */
    private static List<String> acceptable(Home home, String domain) {
        String host = home.config().hostName();
        List<String> terms = new ArrayList<>();
        // RFC 7208 5.4: mx never means the name itself, although letters find their way so
        terms.add(domain.equals(host) ? "a" : "mx");
        terms.add("a:" + host);
        if (home.config().network().address() == Network.Address.STATIC) {
            for (InetAddress address : home.addresses()) {
                String kind = address instanceof Inet4Address ? "ip4:" : "ip6:";
                terms.add(kind + address.getHostAddress());
            }
        }
        return terms;
    }

    private static String join(List<String> ours, List<String> terms) {
        List<String> all = new ArrayList<>();
        all.add(VERSION);
        all.addAll(ours);
        terms.stream()
                .filter(term -> !SpfTerms.isModifier(term) && !SpfTerms.bare(term).equals("all"))
                .filter(term -> ours.stream().noneMatch(SpfTerms.bare(term)::equalsIgnoreCase))
                .forEach(all::add);
        boolean redirected =
                terms.stream().anyMatch(term -> term.regionMatches(true, 0, "redirect=", 0, 9));
        String end = end(terms);
        if (!redirected || !end.isEmpty()) {
            all.add(end.isEmpty() ? "~all" : end);
        }
        terms.stream().filter(SpfTerms::isModifier).forEach(all::add);
        return String.join(" ", all);
    }

    /** What is said about everybody else; that they may all send is said by mistake only. */
    private static String end(List<String> terms) {
        String end =
                terms.stream()
                        .filter(term -> SpfTerms.bare(term).equals("all"))
                        .findFirst()
                        .orElse("");
        return end.isEmpty() || end.startsWith("-") || end.startsWith("~") ? end : "~all";
    }
}

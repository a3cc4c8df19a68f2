package org.mailstation.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;

/**
 * Which fault brings which others with it. A letter's way is a chain: what is broken further up
 * explains what fails further down.
 */
final class Dependencies {
    /**
     * An edge of the graph: another kind of check that explains this one if it fails.
     *
     * @param sameSubject only where both are about the same, or the cause is about the whole
     */
    private record Edge(String kind, boolean sameSubject) {}

    /** What nobody can look up, or not always, as long as a zone's servers are wrong. */
    private static final List<String> BROKEN_WITH_THE_ZONE =
            List.of(
                    "reach",
                    "dns.address",
                    "dns.address6",
                    "dns.blocklist.name",
                    "dns.caa",
                    "dns.ddns-fit",
                    "dns.discovery",
                    "dns.dkim",
                    "dns.dmarc",
                    "dns.here",
                    "dns.life",
                    "dns.mta-sts",
                    "dns.mx",
                    "dns.spf",
                    "dns.spf-host",
                    "dns.tlsa",
                    "dns.tlsrpt",
                    "dns.wildcard");

    /** What cannot be well while the NAS does not reach the Internet. */
    private static final List<String> BEHIND_THE_LINE =
            List.of(
                    "clock",
                    "ddns",
                    "dns.here",
                    "helo",
                    "line",
                    "outbound",
                    "queue",
                    "reach",
                    "refused",
                    "relay");

    private static final Set<String> SPF_OF_OTHERS = Set.of("dns.spf.forbidden", "dns.spf.neutral");

    private static final Map<String, List<Edge>> EXPLAINED_BY = explained();

    private Dependencies() {}

    private static Map<String, List<Edge>> explained() {
        Map<String, List<Edge>> by = new HashMap<>();
        // a service that does not run, or a NAS that is not there, explains every closed port
        by.put("listener", List.of(any("configuration"), any("daemon"), any("nas")));
        by.put("home", List.of(same("listener"), any("daemon"), any("nas")));
        by.put("reach", List.of(same("listener"), same("home"), same("forwarding")));
        explain(by, "reach", "line", "router.line", "dns.address", "daemon", "nas");
        explain(by, "daemon", "nas");
        explain(by, "forwarding", "router.line");
        // one resolver of the home tells PC and NAS the same
        by.put("dns.here", List.of(same("dns.here")));
        // the router says so itself; the others see what comes of it
        explain(by, "line", "router.line");
        explain(by, "dns.address", "ddns", "line", "router.line");
        explain(by, "queue", "outbound", "dns.here");
        // a listener's own finding says who holds the port
        explain(by, "apply.services", "listener");
        explain(by, "certificate", "clock");
        explain(by, "ddns", "clock");
        explain(by, "dns.delegation", "dns.servers");
        for (String kind : BROKEN_WITH_THE_ZONE) {
            explain(by, kind, "dns.servers", "dns.delegation");
        }
        seenOnTheNas(by);
        seenFromOutside(by);
        return Map.copyOf(by);
    }

    /** What the daemon sees of the NAS, of its line and of its letters. */
    private static void seenOnTheNas(Map<String, List<Edge>> by) {
        for (String kind : BEHIND_THE_LINE) {
            explain(by, kind, "internet");
        }
        by.merge("home", List.of(same("firewall")), Dependencies::joined);
        by.merge("reach", List.of(same("firewall")), Dependencies::joined);
        explain(by, "relay", "dns.here");
        explain(by, "queue", "relay", "refused");
        // what it did with the last letter, where it has been asked since
        explain(by, "relay.last", "relay", "internet", "dns.here");
        explain(by, "refused", "dns.reverse", "dns.spf", "dns.dkim", "dns.dmarc", "helo");
        explain(by, "refused", "dns.blocklist.address", "dns.blocklist.name");
        explain(by, "helo", "dns.address", "dns.servers", "dns.delegation");
        // a certificate that was renewed and not taken expires in spite of that
        explain(by, "certificate", "certificate.disk");
    }

    /** What is read in the router explains what is seen outside. */
    private static void seenFromOutside(Map<String, List<Edge>> by) {
        by.merge("reach", List.of(same("inbound"), same("rule")), Dependencies::joined);
        by.merge("rule", List.of(same("forwarding")), Dependencies::joined);
        explain(by, "rule", "nas", "router.line");
    }

    private static List<Edge> joined(List<Edge> known, List<Edge> added) {
        return Stream.concat(known.stream(), added.stream()).toList();
    }

    private static void explain(Map<String, List<Edge>> by, String kind, String... causes) {
        Stream<Edge> more = Stream.of(causes).map(Dependencies::any);
        by.merge(kind, more.toList(), Dependencies::joined);
    }

    /** Whether {@code fault}, which failed, is enough to explain {@code other}. */
    static boolean explains(Finding fault, Finding other) {
        Subject cause = Subject.of(fault);
        Subject effect = Subject.of(other);
        if (cause.equals(effect)) {
            return false;
        }
        if (cause.kind().equals("internet")
                && effect.kind().startsWith("dns.")
                && other.verdict() == Verdict.UNKNOWN) {
            return true;
        }
        if (cause.equals(effect)) {
            return false;
        }
        return EXPLAINED_BY.getOrDefault(effect.kind(), List.of()).stream()
                        .anyMatch(edge -> leads(edge, cause, effect))
                || lentToSpf(cause, effect, other);
    }

    /**
     * SPF by {@code mx} allows whoever the other records lead to (RFC 7208 5.4): where those are
     * wrong, it seems to forbid the home. A mistake in the SPF record itself is not explained so.
     */
    private static boolean lentToSpf(Subject cause, Subject effect, Finding spf) {
        boolean lent =
                cause.kind().equals("dns.address")
                        || (cause.kind().equals("dns.mx") && cause.about().equals(effect.about()));
        return effect.kind().equals("dns.spf")
                && lent
                && (SPF_OF_OTHERS.contains(spf.sentence().key())
                        || spf.verdict() == Verdict.UNKNOWN);
    }

    private static boolean leads(Edge edge, Subject cause, Subject effect) {
        return edge.kind().equals(cause.kind())
                && (!edge.sameSubject()
                        || cause.about().isEmpty()
                        || cause.about().equals(effect.about()));
    }

    private static Edge any(String kind) {
        return new Edge(kind, false);
    }

    private static Edge same(String kind) {
        return new Edge(kind, true);
    }
}

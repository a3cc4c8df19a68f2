package org.mailstation.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
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
     * @param when it does, by the fault and by what may follow from it
     */
    private record Edge(String kind, BiPredicate<Finding, Finding> when) {}

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
        // the name is not led to an address that many share; what the provider says is another
        // thing
        add(by, "ddns", new Edge("line", (_, other) -> isAbout("address", other)));
        add(by, "ddns", new Edge("router.line", (_, other) -> isAbout("address", other)));
        add(by, "dns.servers", new Edge("dns.life", ZoneFaults::isOver));
        add(by, "dns.delegation", new Edge("dns.servers", (_, _) -> true));
        add(by, "dns.mta-sts", same("dns.mx"));
        // a record that names the MX, or the host, says no more than those
        add(by, "dns.spf", new Edge("dns.mx", ZoneFaults::isOnlyForbidden));
        add(by, "dns.spf", new Edge("dns.address", ZoneFaults::isOnlyForbidden));
        for (String kind : BROKEN_WITH_THE_ZONE) {
            add(by, kind, new Edge("dns.servers", ZoneFaults::breaks));
            add(by, kind, new Edge("dns.delegation", ZoneFaults::breaks));
            add(by, kind, new Edge("dns.life", ZoneFaults::breaks));
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
        // what strangers may do at a port is the fault of the program that has it
        add(by, "open-relay", new Edge("home", (fault, _) -> isAnotherProgram(fault)));
        add(by, "home", same("firewall"));
        add(by, "reach", same("firewall"));
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
        // who has no public address cannot lead anything on
        for (String kind :
                List.of("router.line", "line", "reach", "inbound", "forwarding", "rule")) {
            explain(by, kind, "second-router");
        }
    }

    private static List<Edge> joined(List<Edge> known, List<Edge> added) {
        return Stream.concat(known.stream(), added.stream()).toList();
    }

    private static void explain(Map<String, List<Edge>> by, String kind, String... causes) {
        Stream.of(causes).map(Dependencies::any).forEach(edge -> add(by, kind, edge));
    }

    private static void add(Map<String, List<Edge>> by, String kind, Edge edge) {
        by.merge(kind, List.of(edge), Dependencies::joined);
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
        return EXPLAINED_BY.getOrDefault(effect.kind(), List.of()).stream()
                .anyMatch(
                        edge -> edge.kind().equals(cause.kind()) && edge.when().test(fault, other));
    }

    private static boolean isAnotherProgram(Finding home) {
        return home.sentence().key().equals("home.stranger") && isAbout("smtp", home);
    }

    private static boolean isAbout(String about, Finding finding) {
        return Subject.of(finding).about().equals(about);
    }

    private static Edge any(String kind) {
        return new Edge(kind, (_, _) -> true);
    }

    /** Only where both are about the same, or the cause is about the whole. */
    private static Edge same(String kind) {
        return new Edge(
                kind,
                (fault, other) -> {
                    String about = Subject.of(fault).about();
                    return about.isEmpty() || about.equals(Subject.of(other).about());
                });
    }
}

package org.mailstation.diagnosis;

import java.util.List;
import java.util.Map;
import org.mailstation.finding.Finding;

/**
 * Which fault brings which others with it. A letter's way is a chain: what is broken further up
 * explains what fails further down.
 */
final class Dependencies {
    /** An edge of the graph: another kind of check that explains this one if it fails. */
    private record Edge(String kind, boolean sameSubject) {}

    private static final Map<String, List<Edge>> EXPLAINED_BY =
            Map.of(
                    "listener", List.of(any("configuration")),
                    "home", List.of(same("listener"), any("nas")),
                    "reach",
                            List.of(
                                    same("listener"),
                                    same("home"),
                                    same("forwarding"),
                                    any("forwarding"),
                                    any("line"),
                                    any("dns.address"),
                                    any("dns.servers"),
                                    any("nas")),
                    "dns.address", List.of(any("dns.servers"), any("ddns")),
                    "dns.mx", List.of(any("dns.servers")),
                    "dns.spf", List.of(any("dns.servers")),
                    "dns.dmarc", List.of(any("dns.servers")),
                    "dns.here", List.of(any("dns.servers")),
                    "queue", List.of(any("outbound"), any("dns.here")));

    private Dependencies() {}

    /** Whether {@code fault}, which failed, is enough to explain {@code other}. */
    static boolean explains(Finding fault, Finding other) {
        Subject cause = Subject.of(fault);
        Subject effect = Subject.of(other);
        return EXPLAINED_BY.getOrDefault(effect.kind(), List.of()).stream()
                .anyMatch(edge -> leads(edge, cause, effect));
    }

    private static boolean leads(Edge edge, Subject cause, Subject effect) {
        return edge.kind().equals(cause.kind())
                && (edge.sameSubject() ? cause.about().equals(effect.about()) : true);
    }

    private static Edge any(String kind) {
        return new Edge(kind, false);
    }

    private static Edge same(String kind) {
        return new Edge(kind, true);
    }
}

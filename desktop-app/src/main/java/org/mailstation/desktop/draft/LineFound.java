package org.mailstation.desktop.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailstation.config.Network;
import org.mailstation.control.DdnsChange;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/**
 * What the checks found of the line at home, and which arrangements can work on it.
 *
 * @param findings of the checks {@link #CHECKS}; none: nobody has measured yet
 * @param changes of the address, as the station remembers them
 */
public record LineFound(List<Finding> findings, List<DdnsChange> changes) {

    /** Nobody has measured. */
    public static final LineFound NOTHING = new LineFound(List.of(), List.of());

    /**
     * The checks that need no configuration: the line, port 25 outwards, lists of home lines, the
     * name of the address.
     */
    public static final List<String> CHECKS =
            List.of("line", "outbound", "dns.blocklist.address", "dns.reverse");

    private static final Set<String> CLOSED =
            Set.of("router.line.carrier-nat", "router.line.ds-lite");
    private static final Set<String> OPEN = Set.of("router.line.public", "line.direct");

    /**
     * One arrangement that can work.
     *
     * @param why it is offered, or what to know before choosing it
     */
    public record Offer(Arrangement way, Text why) {}

    public LineFound {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /** What a person is shown; the address's name is only a sign of something else here. */
    public List<Finding> shown() {
        return findings.stream().filter(one -> !one.check().equals("dns.reverse")).toList();
    }

    /** Whether the address stays. */
    public Lasting lasting() {
        return Lasting.of(findings, changes);
    }

    public boolean measured() {
        return !findings.isEmpty();
    }

    /** Whether letters can come in by IPv4, once the router leads port 25 to the station. */
    public Told in() {
        String key = sentence("line");
        return CLOSED.contains(key) ? Told.NO : OPEN.contains(key) ? Told.YES : Told.UNKNOWN;
    }

    /** Whether the line lets letters out by port 25. */
    public Told out() {
        return findings.stream()
                .filter(one -> one.check().equals("outbound"))
                .map(
                        one ->
                                switch (one.verdict()) {
                                    case PASS -> Told.YES;
                                    case FAIL -> Told.NO;
                                    case WARN, UNKNOWN, NOT_APPLICABLE -> Told.UNKNOWN;
                                })
                .findFirst()
                .orElse(Told.UNKNOWN);
    }

    /** Whether others know the address as a home line, from which many take no letters. */
    public boolean homeLine() {
        return findings.stream()
                .anyMatch(one -> one.sentence().key().equals("dns.blocklist.home-line"));
    }

    /** How the station is connected; what could not be told is what most homes have. */
    public Network network(Network chosen) {
        Network.Line line =
                switch (sentence("line")) {
                    case "line.direct" -> Network.Line.DIRECT;
                    case "router.line.public",
                            "router.line.double-nat",
                            "router.line.carrier-nat",
                            "router.line.ds-lite" ->
                            Network.Line.BEHIND_ROUTER;
                    default -> chosen.line();
                };
        Network.Address address =
                switch (lasting().keeps()) {
                    case YES -> Network.Address.STATIC;
                    case NO -> Network.Address.DYNAMIC;
                    case UNKNOWN -> chosen.address();
                };
        return new Network(line, address);
    }

    private String sentence(String check) {
        return findings.stream()
                .filter(one -> one.check().equals(check))
                .map(one -> one.sentence().key())
                .findFirst()
                .orElse("");
    }

    /** What can work, the best first: that one is preselected. */
    public List<Offer> offers() {
        if (in() == Told.NO) {
            return List.of(offer(Arrangement.RELAY_ONLY, "flow.line.relay-only.closed"));
        }
        List<Offer> offers = new ArrayList<>();
        if (out() == Told.NO) {
            offers.add(offer(Arrangement.RELAY_OUT, "flow.line.relay-out.blocked"));
        } else {
            boolean known = in() == Told.YES && out() == Told.YES;
            offers.add(
                    offer(
                            Arrangement.DIRECT,
                            homeLine()
                                    ? "flow.line.direct.home-line"
                                    : known ? "flow.line.direct.good" : "flow.line.direct.untold"));
            offers.add(offer(Arrangement.RELAY_IF_REFUSED, "flow.line.relay-if-refused.why"));
            offers.add(offer(Arrangement.RELAY_OUT, "flow.line.relay-out.why"));
        }
        if (in() == Told.UNKNOWN) {
            offers.add(offer(Arrangement.RELAY_ONLY, "flow.line.relay-only.untold"));
        }
        return offers;
    }

    private static Offer offer(Arrangement way, String why) {
        return new Offer(way, Text.of(why));
    }

    /** The arrangement to begin with. */
    public Arrangement proposal() {
        return offers().getFirst().way();
    }
}

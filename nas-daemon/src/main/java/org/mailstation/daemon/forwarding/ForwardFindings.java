package org.mailstation.daemon.forwarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Do the router's ports lead here? One finding a service; one for all that must be entered by hand.
 *
 * @param nas the own address for the table of what to enter; empty if not known
 * @param page the router's settings; empty if not known
 */
record ForwardFindings(Instant at, String nas, String page, Map<Integer, Kept> kept) {

    List<Finding> of(List<Forward> forwards) {
        List<Finding> findings = new ArrayList<>();
        List<Forward> byHand =
                forwards.stream().filter(one -> Reporting.byHand(one.state())).toList();
        if (!byHand.isEmpty()) {
            findings.add(byHand(byHand));
        }
        for (Forward forward : forwards) {
            if (!byHand.contains(forward)) {
                findings.addAll(one(forward));
            }
        }
        return findings;
    }

    /**
     * Nobody can tell from here whether somebody has entered them already: routers do not list what
     * was entered by hand.
     */
    private Finding byHand(List<Forward> forwards) {
        boolean refused =
                forwards.stream().anyMatch(one -> one.state() instanceof ForwardState.Refused);
        String table =
                forwards.stream()
                        .map(one -> one.external() + " -> " + place(one))
                        .collect(Collectors.joining(", "));
        String where = page.isEmpty() ? "?" : page;
        return found("forwarding", forwards.getFirst())
                .unknown(
                        Severity.WARNING,
                        Text.of(refused ? "forwarding.refused" : "forwarding.no-router"),
                        new Remedy.RouterStep(Text.of("forwarding.by-hand", where, table)));
    }

    private String place(Forward forward) {
        return (nas.isEmpty() ? "?" : nas) + ":" + forward.internal();
    }

    private List<Finding> one(Forward forward) {
        Observation found = found("forwarding." + forward.service().key(), forward);
        String port = String.valueOf(forward.external());
        String name = forward.service().name();
        return switch (forward.state()) {
            case ForwardState.Stands _ ->
                    List.of(found.pass(Text.of("forwarding.stands", name, port)));
            case ForwardState.Asking _ ->
                    List.of(
                            found.unknown(
                                    Severity.INFORMATION,
                                    Text.of("forwarding.asking", name, port)));
            case ForwardState.Taken taken -> List.of(taken(found, forward, taken));
            case ForwardState.OtherPort(int offered) ->
                    List.of(
                            found.fail(
                                    Severity.ERROR,
                                    Text.of(
                                            "forwarding.other-port",
                                            name,
                                            port,
                                            String.valueOf(offered)),
                                    free(port)));
            case ForwardState.NoAnswer _ ->
                    List.of(
                            found.unknown(
                                    Severity.WARNING, Text.of("forwarding.no-answer", name, port)));
            case ForwardState.Withdrawn _ ->
                    List.of(
                            found.warn(
                                    Severity.WARNING,
                                    Text.of("forwarding.withdrawn", name, port),
                                    new Remedy.RunOnNas(
                                            Text.of("forwarding.withdrawn.remedy"),
                                            "mailstationctl forward --again")));
            // the listener's own finding says more
            case ForwardState.NotListening _ -> List.of();
            case ForwardState.NoRouter _, ForwardState.Refused _ -> List.of();
        };
    }

    private Finding taken(Observation found, Forward forward, ForwardState.Taken taken) {
        String port = String.valueOf(forward.external());
        String name = forward.service().name();
        if (taken.device().isEmpty()) {
            return found.fail(
                    Severity.ERROR, Text.of("forwarding.taken.unknown", name, port), free(port));
        }
        String place = taken.device() + ":" + taken.port();
        String called = taken.description().isEmpty() ? "-" : taken.description();
        return found.fail(
                Severity.ERROR,
                Text.of(
                        taken.here() ? "forwarding.taken.here" : "forwarding.taken",
                        name,
                        port,
                        place,
                        called),
                free(port));
    }

    private Remedy free(String port) {
        return new Remedy.RouterStep(
                Text.of("forwarding.taken.remedy", port, page.isEmpty() ? "?" : page));
    }

    private Observation found(String check, Forward forward) {
        Kept asked = kept.get(forward.external());
        return Observation.onNas(
                check,
                Hop.ROUTER,
                "router port " + forward.external() + " -> " + place(forward),
                asked == null ? "not asked yet" : asked.answered(),
                at);
    }
}

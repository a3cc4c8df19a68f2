package org.mailstation.daemon.forwarding;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.router.Line;
import org.mailstation.standing.Source;
import org.mailstation.standing.Standing;
import org.mailstation.standing.Told;
import org.mailstation.text.Text;

/**
 * Has the router an address at which it can be reached? What it says of itself is all that is asked
 * here.
 */
final class LineFinding {
    private LineFinding() {}

    /** Empty if the router does not tell anything of its line. */
    static Optional<Finding> of(Routers.Look look, Instant at) {
        Line line = look.line();
        if (line == null || look.mappers().isEmpty()) {
            return Optional.empty();
        }
        InetAddress address = line.address();
        Observation found =
                Observation.onNas(
                        "router.line",
                        Hop.ROUTER,
                        "address of "
                                + look.mappers().getFirst().gateway().address().getHostAddress(),
                        line.toString(),
                        at);
        return address instanceof Inet4Address outside
                ? judge(
                        found,
                        Standing.of(List.of(), List.of(new Told.Address(Source.ROUTER, outside))))
                : notConnected(found, line);
    }

    private static Optional<Finding> notConnected(Observation found, Line line) {
        return line.connected()
                ? Optional.empty()
                : Optional.of(
                        found.unknown(Severity.WARNING, Text.of("router.line.not-connected")));
    }

    private static Optional<Finding> judge(Observation found, Standing standing) {
        return switch (standing) {
            case Standing.Public(Inet4Address address) ->
                    Optional.of(found.pass(Text.of("router.line.public", text(address))));
            case Standing.CarrierNat(Inet4Address inside, Inet4Address _) ->
                    Optional.of(
                            found.fail(
                                    Severity.CRITICAL,
                                    Text.of("router.line.carrier-nat", text(inside)),
                                    new Remedy.AskProvider(
                                            Text.of("router.line.carrier-nat.remedy"))));
            case Standing.DsLite _ ->
                    Optional.of(
                            found.fail(
                                    Severity.CRITICAL,
                                    Text.of("router.line.ds-lite"),
                                    new Remedy.AskProvider(
                                            Text.of("router.line.carrier-nat.remedy"))));
            case Standing.DoubleNat(Inet4Address inner, Inet4Address _) ->
                    Optional.of(
                            found.fail(
                                    Severity.ERROR,
                                    Text.of("router.line.double-nat", text(inner)),
                                    new Remedy.RouterStep(
                                            Text.of(
                                                    "router.line.double-nat.remedy",
                                                    text(inner)))));
            case Standing.Direct _,
                    Standing.Disagreement _,
                    Standing.SeenOnly _,
                    Standing.Unknown _ ->
                    Optional.empty(); // cannot follow from the router's word alone
        };
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }
}

package org.mailstation.check;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.standing.Standing;
import org.mailstation.text.Text;

/** Has the home an address of its own that the Internet can reach? */
final class LineCheck extends NamedCheck {
    LineCheck() {
        super("line", Hop.ISP, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        Observation seen = new Observation(name(), hop(), scene.line().address().evidence());
        return List.of(judge(seen, scene.line().standing()));
    }

    private static Finding judge(Observation seen, Standing standing) {
        return switch (standing) {
            case Standing.Public(var address) ->
                    seen.pass(Text.of("router.line.public", words(address)));
            case Standing.Direct(var address) -> seen.pass(Text.of("line.direct", words(address)));
            // no router told whether that is its own: most lines are like that
            case Standing.SeenOnly(var address) ->
                    seen.unknown(Severity.INFORMATION, Text.of("line.seen", words(address)));
            case Standing.CarrierNat(var inside, _) ->
                    seen.fail(
                            Severity.CRITICAL,
                            Text.of("router.line.carrier-nat", words(inside)),
                            provider());
            case Standing.DsLite _ ->
                    seen.fail(Severity.CRITICAL, Text.of("router.line.ds-lite"), provider());
            case Standing.DoubleNat(var inner, _) ->
                    new Observation(seen.check(), Hop.ROUTER, seen.evidence())
                            .warn(
                                    Severity.WARNING,
                                    Text.of("router.line.double-nat", words(inner)),
                                    new Remedy.RouterStep(
                                            Text.of(
                                                    "router.line.double-nat.remedy",
                                                    words(inner))));
            case Standing.Disagreement(var told) ->
                    seen.warn(
                            Severity.WARNING,
                            Text.of(
                                    "line.disagreement",
                                    told.stream()
                                            .map(one -> words(one.address()))
                                            .distinct()
                                            .collect(Collectors.joining(", "))),
                            null);
            case Standing.Unknown() -> seen.unknown(Severity.WARNING, Text.of("line.unknown"));
        };
    }

    private static Remedy provider() {
        return new Remedy.AskProvider(Text.of("router.line.carrier-nat.remedy"));
    }

    private static String words(InetAddress address) {
        return address.getHostAddress();
    }
}

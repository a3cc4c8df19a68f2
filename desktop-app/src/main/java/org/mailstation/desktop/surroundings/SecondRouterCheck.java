package org.mailstation.desktop.surroundings;

import java.net.Inet4Address;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailstation.check.NamedCheck;
import org.mailstation.check.Scene;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.standing.Block;
import org.mailstation.standing.Standing;
import org.mailstation.text.Text;

/**
 * Where there is a second router before the home's own: which one is it, and does it have the
 * public address, or a third one?
 */
public final class SecondRouterCheck extends NamedCheck {
    private final SecondRouters routers;

    public SecondRouterCheck(SecondRouters routers) {
        super("second-router", Hop.ROUTER, Vantage.PC);
        this.routers = routers;
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        if (!(scene.line().standing() instanceof Standing.DoubleNat(var inner, var _))) {
            return List.of();
        }
        SecondRouters.Seen seen = routers.find(inner);
        return List.of(seen == null ? silent(scene, inner) : judge(scene, inner, seen));
    }

    private Finding silent(Scene scene, Inet4Address inner) {
        Inet4Address[] asked = SecondRouters.usual(inner);
        return observation(scene, asked[0].getHostAddress(), "no answer")
                .unknown(
                        Severity.INFORMATION,
                        Text.of(
                                "second-router.silent",
                                asked[0].getHostAddress(),
                                asked[1].getHostAddress()));
    }

    /** Every sentence has the same arguments, as the remedy of two routers needs some of them. */
    private Finding judge(Scene scene, Inet4Address inner, SecondRouters.Seen seen) {
        String address = seen.address().getHostAddress();
        Inet4Address outer = seen.outer();
        String told = outer == null ? "" : outer.getHostAddress();
        Observation observation =
                observation(scene, address, "page " + seen.page() + ", outside " + told);
        if (outer == null) {
            return observation.pass(sentence("found", address, seen.page(), told, ports(scene)));
        }
        return switch (Block.of(outer)) {
            case PUBLIC ->
                    observation.pass(sentence("public", address, seen.page(), told, ports(scene)));
            case SHARED, TUNNEL ->
                    observation.fail(
                            Severity.CRITICAL,
                            sentence("shared", address, told, seen.page(), ports(scene)),
                            new Remedy.AskProvider(Text.of("router.line.carrier-nat.remedy")));
            case PRIVATE_10, PRIVATE_172, PRIVATE_192 ->
                    observation.fail(
                            Severity.ERROR,
                            sentence("third", address, told, seen.page(), ports(scene)),
                            new Remedy.RouterStep(Text.of("router.line.double-nat.remedy", told)));
            case LINK_LOCAL, THIS_COMPUTER, NONE, NOBODY ->
                    observation.pass(sentence("found", address, seen.page(), told, ports(scene)));
        };
    }

    private static Text sentence(String which, Object... args) {
        return Text.of("second-router." + which, args);
    }

    private Observation observation(Scene scene, String address, String answered) {
        return new Observation(
                name(), hop(), List.of(scene.evidence("second router at " + address, answered)));
    }

    private static String ports(Scene scene) {
        return Stream.of(Service.values())
                .map(scene.config().ports()::of)
                .filter(port -> port.open() == Port.Open.INTERNET)
                .map(port -> String.valueOf(port.external()))
                .collect(Collectors.joining(", "));
    }
}

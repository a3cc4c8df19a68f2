package org.mailstation.desktop.surroundings;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailstation.check.NamedCheck;
import org.mailstation.check.Scene;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.router.Entry;
import org.mailstation.router.Gateway;
import org.mailstation.router.PortMapper;
import org.mailstation.router.RouterAnswer;
import org.mailstation.text.Text;

/**
 * Where do the router's ports lead, as anybody at home may read it? Only asks, never changes: many
 * routers refuse wishes for another device, and the NAS asks for its ports itself.
 */
public final class RuleCheck extends NamedCheck {
    private static final String NAME = "rule";

    private final Surroundings around;
    private final UnaryOperator<String> names;

    /**
     * @param names what devices at home are called, by their address; empty: not known. Is asked
     *     only where a port leads to another device, and may take some seconds
     */
    public RuleCheck(Surroundings around, UnaryOperator<String> names) {
        super(NAME, Hop.ROUTER, Vantage.PC);
        this.around = around;
        this.names = names;
    }

    @Override
    public List<Finding> look(Scene scene) {
        List<PortMapper> routers = around.routers();
        List<Finding> findings = new ArrayList<>();
        findings.add(routers.isEmpty() ? silent(scene) : talks(scene, routers.getFirst()));
        InetAddress home = scene.identity().home();
        if (!routers.isEmpty() && home != null) {
            PortMapper router = routers.getFirst();
            open(scene.config())
                    .forEach(service -> findings.addAll(port(scene, router, service, home)));
        }
        return findings;
    }

    private static Stream<Service> open(StationConfig config) {
        return Stream.of(Service.values())
                .filter(service -> config.ports().of(service).open() == Port.Open.INTERNET);
    }

    private Finding talks(Scene scene, PortMapper router) {
        Gateway gateway = router.gateway();
        String address = gateway.address().getHostAddress();
        return observation(
                        NAME,
                        scene.evidence("look for routers", gateway.protocol() + " at " + address))
                .pass(
                        Text.of(
                                "gateway.ok",
                                gateway.name().isEmpty() ? "?" : gateway.name(),
                                address,
                                page(gateway)));
    }

    /** What the person then has to enter by hand, and where. */
    private Finding silent(Scene scene) {
        List<Inet4Address> gateways = around.gateways();
        Observation seen = observation(NAME, scene.evidence("look for routers", "none answers"));
        if (gateways.isEmpty()) {
            return seen.unknown(Severity.INFORMATION, Text.of("gateway.none"));
        }
        String address = gateways.getFirst().getHostAddress();
        return seen.unknown(
                Severity.INFORMATION,
                Text.of("gateway.silent", address, "http://" + address + "/", table(scene)));
    }

    private static String table(Scene scene) {
        InetAddress home = scene.identity().home();
        String nas = home == null ? "?" : home.getHostAddress();
        return open(scene.config())
                .map(scene.config().ports()::of)
                .map(port -> port.external() + " -> " + nas + ":" + port.number())
                .collect(Collectors.joining(", "));
    }

    private List<Finding> port(Scene scene, PortMapper router, Service service, InetAddress home) {
        Port port = scene.config().ports().of(service);
        RouterAnswer<Entry> answer = router.read(port.external());
        if (answer instanceof RouterAnswer.Given<Entry>(Entry.CannotAsk())) {
            return List.of();
        }
        Observation seen =
                observation(
                        NAME + ":" + service.key(),
                        scene.evidence("router port " + port.external(), answer.technically()));
        return List.of(
                new RuleVerdict(seen, service, port, home, page(router.gateway()), names)
                        .of(answer));
    }

    private static Observation observation(String check, Evidence evidence) {
        return new Observation(check, Hop.ROUTER, List.of(evidence));
    }

    private static String page(Gateway gateway) {
        return gateway.page() == null
                ? "http://" + gateway.address().getHostAddress() + "/"
                : gateway.page().toString();
    }
}

package org.mailstation.daemon.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.check.Scene;
import org.mailstation.check.Together;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.lan.DefaultRoutes;
import org.mailstation.probe.Ways;
import org.mailstation.text.Text;

/**
 * Does the NAS reach the Internet at all? If not, little of what else fails is worth a look. Asked
 * by address, so that it does not depend on the DNS.
 */
final class InternetCheck extends NasCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** HTTPS and DNS: public resolvers answer to both, and hardly a line blocks both. */
    private static final List<Integer> PORTS = List.of(443, 53);

    private static final String ROUTES = "proc/net/route";
    private static final String NEIGHBOURS = "proc/net/arp";

    /** The neighbour has told its hardware address (ATF_COM in {@code if_arp.h}). */
    private static final int COMPLETE = 0x2;

    private final Box box;
    private final Ways ways;

    InternetCheck(Box box, Ways ways) {
        super("internet", Hop.ISP);
        this.box = box;
        this.ways = ways;
    }

    private record Tried(Ways.Reached reached, Evidence evidence) {}

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Tried> tried = tried(scene, landmarks(scene), PORTS);
        List<Evidence> evidence = new ArrayList<>(tried.stream().map(Tried::evidence).toList());
        if (tried.stream().anyMatch(one -> one.reached().somebody())) {
            return List.of(seen(evidence).pass(Text.of("internet.ok")));
        }
        return List.of(blame(scene, evidence));
    }

    private static List<InetAddress> landmarks(Scene scene) {
        return scene.landmarks().resolvers().stream().map(InetAddress::ofLiteral).toList();
    }

    private List<Tried> tried(Scene scene, List<? extends InetAddress> hosts, List<Integer> ports)
            throws InterruptedException {
        List<Callable<Tried>> tries = new ArrayList<>();
        for (InetAddress host : hosts) {
            for (int port : ports) {
                InetSocketAddress where = new InetSocketAddress(host, port);
                tries.add(() -> tried(scene, where));
            }
        }
        return Together.call(tries);
    }

    private Tried tried(Scene scene, InetSocketAddress where) {
        Ways.Reached reached = ways.reach(where, PATIENCE);
        String asked = "connect " + where.getAddress().getHostAddress() + ":" + where.getPort();
        return new Tried(reached, scene.evidence(asked, reached.name()));
    }

    /** Where the way ends. */
    private Finding blame(Scene scene, List<Evidence> evidence) throws InterruptedException {
        List<? extends InetAddress> routers;
        try {
            routers = DefaultRoutes.read(box.path(ROUTES));
        } catch (IOException notLinux) {
            return at(Hop.ISP, evidence)
                    .fail(Severity.CRITICAL, Text.of("internet.none"), router());
        }
        String names =
                String.join(", ", routers.stream().map(InetAddress::getHostAddress).toList());
        evidence.add(scene.evidence("/" + ROUTES, routers.isEmpty() ? "no way out" : names));
        if (routers.isEmpty()) {
            return at(Hop.NAS, evidence)
                    .fail(
                            Severity.CRITICAL,
                            Text.of("internet.no-route"),
                            new Remedy.RunOnNas(Text.of("internet.no-route.remedy"), ""));
        }
        List<Tried> tried = tried(scene, routers, PORTS);
        tried.forEach(one -> evidence.add(one.evidence()));
        boolean there =
                tried.stream().anyMatch(one -> one.reached().somebody()) || isNeighbour(routers);
        return there
                ? at(Hop.ISP, evidence)
                        .fail(Severity.CRITICAL, Text.of("internet.line", names), router())
                : at(Hop.ROUTER, evidence)
                        .fail(Severity.CRITICAL, Text.of("internet.router", names), router());
    }

    /** A router that answers to nobody still tells its hardware address. */
    private boolean isNeighbour(List<? extends InetAddress> routers) {
        List<String> addresses = routers.stream().map(InetAddress::getHostAddress).toList();
        return box.lines(NEIGHBOURS).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 2 && columns[2].startsWith("0x"))
                .filter(columns -> addresses.contains(columns[0]))
                .anyMatch(columns -> (Integer.decode(columns[2]) & COMPLETE) != 0);
    }

    private static Remedy router() {
        return new Remedy.RouterStep(Text.of("internet.remedy"));
    }

    private Observation at(Hop where, List<Evidence> evidence) {
        return new Observation(name(), where, evidence);
    }
}

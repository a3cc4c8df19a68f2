package org.mailstation.check;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.text.Text;

/** Do the station's ports answer in the home's own network? If not, its firewall is in the way. */
final class HomeDoorCheck extends NamedCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    HomeDoorCheck() {
        super("home", Hop.NAS, Vantage.PC);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        InetAddress home = scene.identity().home();
        if (home == null) {
            return List.of(
                    new Observation(name(), hop(), List.of())
                            .unknown(Severity.ERROR, Text.of("home.unknown")));
        }
        List<Callable<Knock>> knocks = new ArrayList<>();
        for (Service service : Service.values()) {
            Port port = scene.config().ports().of(service);
            if (port.open() != Port.Open.OFF && port.number() != 0) {
                knocks.add(() -> knock(scene, service, home, port.number()));
            }
        }
        List<Knock> all = Together.call(knocks);
        Remedy firewall = firewall(all);
        return all.stream().map(one -> judge(scene, one, firewall)).toList();
    }

    /** What a port said. */
    private record Knock(Service service, int port, DoorAnswer answer, Observation seen) {}

    /**
     * One rule for all ports that are silent: somebody who adds them one by one looks again each
     * time.
     */
    private static Remedy firewall(List<Knock> all) {
        List<String> silent =
                all.stream()
                        .filter(one -> one.answer() instanceof DoorAnswer.Silent)
                        .map(one -> String.valueOf(one.port()))
                        .toList();
        String key = silent.size() > 1 ? "home.filtered.several.remedy" : "home.filtered.remedy";
        return new Remedy.RunOnNas(Text.of(key, String.join(", ", silent)), "");
    }

    private Knock knock(Scene scene, Service service, InetAddress home, int port) {
        InetSocketAddress where = new InetSocketAddress(home, port);
        DoorAnswer answer = knock(scene, service, where);
        if (answer instanceof DoorAnswer.Strange) {
            // a NAS that is busy may take its time to greet; somebody else answers strangely again
            answer = knock(scene, service, where);
        }
        String asked = "knock " + home.getHostAddress() + ":" + port;
        Observation seen =
                new Observation(
                        name() + ":" + service.key(),
                        hop(),
                        List.of(scene.evidence(asked, answer.words())));
        return new Knock(service, port, answer, seen);
    }

    private static DoorAnswer knock(Scene scene, Service service, InetSocketAddress where) {
        return scene.doors().knock(service, where, scene.config().hostName(), PATIENCE);
    }

    private static Finding judge(Scene scene, Knock knock, Remedy firewall) {
        Observation seen = knock.seen();
        String key = knock.service().key();
        String port = String.valueOf(knock.port());
        Remedy other = new Remedy.RunOnNas(Text.of("listener.down.remedy", port), "");
        Remedy anew = new Remedy.RunOnNas(Text.of("home.refused.remedy", port), "");
        return switch (knock.answer()) {
            case DoorAnswer.Secured(_, var tls) -> {
                if (!scene.identity().known()) {
                    yield seen.unknown(Severity.ERROR, Text.of("reach.no-identity", key));
                }
                yield tls.keySha256().equals(scene.identity().keySha256())
                        ? seen.pass(Text.of("home.ok", key))
                        : seen.fail(Severity.CRITICAL, Text.of("home.stranger", key, port), other);
            }
            case DoorAnswer.InTheClear _ ->
                    seen.fail(Severity.CRITICAL, Text.of("home.stranger", key, port), other);
            case DoorAnswer.Strange _ ->
                    seen.fail(Severity.CRITICAL, Text.of("home.strange", key, port), other);
            case DoorAnswer.Silent _ ->
                    seen.fail(Severity.CRITICAL, Text.of("home.filtered", key, port), firewall);
            case DoorAnswer.Refused _ ->
                    seen.fail(Severity.CRITICAL, Text.of("home.refused", key, port), anew);
            case DoorAnswer.NoWay _ -> seen.unknown(Severity.ERROR, Text.of("home.no-way", key));
        };
    }
}

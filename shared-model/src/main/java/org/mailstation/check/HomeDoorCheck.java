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
        List<Callable<Finding>> knocks = new ArrayList<>();
        for (Service service : Service.values()) {
            Port port = scene.config().ports().of(service);
            if (port.open() != Port.Open.OFF && port.number() != 0) {
                knocks.add(() -> knock(scene, service, home, port.number()));
            }
        }
        return Together.call(knocks);
    }

    private Finding knock(Scene scene, Service service, InetAddress home, int port) {
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
        return judge(scene, seen, service.key(), String.valueOf(port), answer);
    }

    private static DoorAnswer knock(Scene scene, Service service, InetSocketAddress where) {
        return scene.doors().knock(service, where, scene.config().hostName(), PATIENCE);
    }

    private static Finding judge(
            Scene scene, Observation seen, String key, String port, DoorAnswer answer) {
        Remedy firewall = new Remedy.RunOnNas(Text.of("home.filtered.remedy", port), "");
        Remedy other = new Remedy.RunOnNas(Text.of("listener.down.remedy", port), "");
        Remedy anew = new Remedy.RunOnNas(Text.of("home.refused.remedy", port), "");
        return switch (answer) {
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

package org.mailstation.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * Does the station answer on its address on the Internet? Its key is the proof. From inside the
 * home a failure says nothing: many routers do not lead their own address back (no hairpin).
 */
final class ReachCheck extends NamedCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int SMTP = 25;

    ReachCheck() {
        super("reach", Hop.ROUTER, Vantage.PC, Vantage.OUTSIDE);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        String host = scene.config().hostName();
        List<Service> open =
                List.of(Service.values()).stream()
                        .filter(service -> port(scene, service).open() == Port.Open.INTERNET)
                        .toList();
        if (!(scene.names().ask(host, RecordType.A) instanceof Published.Same same)
                || same.values().isEmpty()) {
            return open.stream()
                    .map(
                            service ->
                                    seen(scene, service, "look up " + host, "no address")
                                            .unknown(
                                                    Severity.ERROR,
                                                    Text.of("reach.no-address", key(service))))
                    .toList();
        }
        String address = same.values().getFirst();
        List<Callable<Finding>> knocks = new ArrayList<>();
        for (Service service : open) {
            knocks.add(() -> knock(scene, service, address));
        }
        return Together.call(knocks);
    }

    private Finding knock(Scene scene, Service service, String address)
            throws InterruptedException {
        int external = port(scene, service).external();
        String where = address + ":" + external;
        DoorAnswer answer =
                scene.doors()
                        .knock(
                                service,
                                new InetSocketAddress(Addresses.literal(address), external),
                                scene.config().hostName(),
                                PATIENCE);
        Observation seen = seen(scene, service, "knock " + where, answer.words());
        return answer instanceof DoorAnswer.Silent
                        && scene.vantage() == Vantage.OUTSIDE
                        && external == SMTP
                ? silent25(scene, seen, service, answer)
                : judge(scene, seen, service, answer);
    }

    /**
     * Many providers of servers and telephones let nobody out to port 25: then silence says nothing
     * about the station.
     */
    private static Finding silent25(
            Scene scene, Observation seen, Service service, DoorAnswer answer)
            throws InterruptedException {
        List<MailServersOutThere.Heard> others = MailServersOutThere.ask(scene);
        List<Evidence> evidence = new ArrayList<>(seen.evidence());
        others.forEach(other -> evidence.add(other.evidence()));
        Observation more = new Observation(seen.check(), seen.hop(), evidence);
        return others.stream().anyMatch(MailServersOutThere.Heard::greeted)
                ? judge(scene, more, service, answer)
                : more.unknown(Severity.INFORMATION, Text.of("reach.no-25-here"));
    }

    private static Finding judge(
            Scene scene, Observation seen, Service service, DoorAnswer answer) {
        String key = key(service);
        if (answer instanceof DoorAnswer.Secured(var greeting, var tls)) {
            if (!scene.identity().known()) {
                return seen.unknown(Severity.ERROR, Text.of("reach.no-identity", key));
            }
            return tls.keySha256().equals(scene.identity().keySha256())
                    ? seen.pass(Text.of("reach.ok", key))
                    : stranger(seen, key, greeting);
        }
        if (answer instanceof DoorAnswer.InTheClear(var greeting)) {
            // every port of ours has TLS
            return stranger(seen, key, greeting);
        }
        if (scene.vantage() != Vantage.OUTSIDE) {
            return seen.unknown(Severity.INFORMATION, Text.of("reach.inside", key));
        }
        return outside(seen, key, answer);
    }

    private static Finding outside(Observation seen, String key, DoorAnswer answer) {
        Remedy remedy = new Remedy.RouterStep(Text.of("reach.remedy", key));
        return switch (answer) {
            case DoorAnswer.Silent _ ->
                    seen.fail(Severity.CRITICAL, Text.of("reach.silent", key), remedy);
            case DoorAnswer.Refused _ ->
                    seen.fail(Severity.CRITICAL, Text.of("reach.refused", key), remedy);
            case DoorAnswer.Strange _ ->
                    seen.fail(
                            Severity.CRITICAL,
                            Text.of("reach.strange", key),
                            new Remedy.RouterStep(Text.of("reach.stranger.remedy")));
            case DoorAnswer.NoWay _ ->
                    seen.unknown(Severity.CRITICAL, Text.of("reach.no-way", key));
            case DoorAnswer.Secured _, DoorAnswer.InTheClear _ ->
                    throw new IllegalStateException("judged before");
        };
    }

    private static Finding stranger(Observation seen, String key, String greeting) {
        return seen.fail(
                Severity.CRITICAL,
                Text.of("reach.stranger", key, greeting),
                new Remedy.RouterStep(Text.of("reach.stranger.remedy")));
    }

    private Observation seen(Scene scene, Service service, String asked, String answered) {
        return new Observation(
                name() + ":" + key(service), hop(), List.of(scene.evidence(asked, answered)));
    }

    private static Port port(Scene scene, Service service) {
        return scene.config().ports().of(service);
    }

    private static String key(Service service) {
        return service.key();
    }
}

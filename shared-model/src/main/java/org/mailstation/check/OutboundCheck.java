package org.mailstation.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.config.Relay;
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

/** Does the line let the station's letters out? Many providers block port 25 outwards. */
final class OutboundCheck extends NamedCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    OutboundCheck() {
        super("outbound", Hop.ISP, Vantage.NAS);
    }

    /** What one of the servers out there said. */
    private record Heard(DoorAnswer answer, Evidence evidence) {}

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Callable<Heard>> knocks = new ArrayList<>();
        for (String host : scene.landmarks().mailServers()) {
            if (scene.names().ask(host, RecordType.A) instanceof Published.Same same
                    && !same.values().isEmpty()) {
                String address = same.values().getFirst();
                knocks.add(() -> knock(scene, host, address));
            }
        }
        List<Heard> heard = Together.call(knocks);
        List<Evidence> evidence = heard.stream().map(Heard::evidence).toList();
        return List.of(judge(scene, new Observation(name(), hop(), evidence), heard));
    }

    private static Heard knock(Scene scene, String host, String address) {
        InetSocketAddress where = new InetSocketAddress(Addresses.literal(address), 25);
        DoorAnswer answer = scene.doors().knock(Service.SMTP, where, host, PATIENCE);
        return new Heard(answer, scene.evidence("knock " + host + ":25", answer.words()));
    }

    private static Finding judge(Scene scene, Observation seen, List<Heard> heard) {
        if (heard.stream().anyMatch(one -> greeted(one.answer()))) {
            return seen.pass(Text.of("outbound.ok"));
        }
        boolean relayed = scene.config().relay().use() == Relay.Use.ALWAYS;
        if (heard.isEmpty()
                || heard.stream().allMatch(one -> one.answer() instanceof DoorAnswer.NoWay)) {
            return seen.unknown(
                    relayed ? Severity.INFORMATION : Severity.CRITICAL,
                    Text.of("outbound.unknown"));
        }
        if (relayed) {
            return seen.fail(Severity.INFORMATION, Text.of("outbound.blocked.relay"), null);
        }
        return seen.fail(
                Severity.CRITICAL,
                Text.of("outbound.blocked"),
                new Remedy.ChangeSetting(
                        Text.of("outbound.blocked.remedy"), "relay.use", "always"));
    }

    private static boolean greeted(DoorAnswer answer) {
        return answer instanceof DoorAnswer.Secured || answer instanceof DoorAnswer.InTheClear;
    }
}

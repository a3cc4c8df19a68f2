package org.mailstation.check;

import java.util.List;
import org.mailstation.check.MailServersOutThere.Heard;
import org.mailstation.config.Relay;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.text.Text;

/** Does the line let the station's letters out? Many providers block port 25 outwards. */
final class OutboundCheck extends NamedCheck {
    OutboundCheck() {
        super("outbound", Hop.ISP, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Heard> heard = MailServersOutThere.ask(scene);
        List<Evidence> evidence = heard.stream().map(Heard::evidence).toList();
        return List.of(judge(scene, new Observation(name(), hop(), evidence), heard));
    }

    private static Finding judge(Scene scene, Observation seen, List<Heard> heard) {
        if (heard.stream().anyMatch(Heard::greeted)) {
            return seen.pass(Text.of("outbound.ok"));
        }
        boolean relayed = scene.config().relay().use() != Relay.Use.NEVER;
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
                        Text.of("outbound.blocked.remedy"), "relay.use", "when-refused"));
    }
}

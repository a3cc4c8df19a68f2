package org.mailstation.check;

import java.util.List;
import org.mailstation.check.MailServersOutThere.Heard;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.text.Text;

/**
 * Does something on this computer stand between it and mail servers, as many antivirus programs do?
 * Then what it sees at mail ports says nothing about the station.
 */
final class MailWayCheck extends NamedCheck {
    MailWayCheck() {
        super("pc:mail", Hop.SENDER, Vantage.PC);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Heard> heard = MailServersOutThere.ask(scene);
        List<Evidence> evidence = heard.stream().map(Heard::evidence).toList();
        return List.of(judge(scene, new Observation(name(), hop(), evidence), heard));
    }

    private static Finding judge(Scene scene, Observation seen, List<Heard> heard) {
        if (wellKnown(scene) && heard.stream().anyMatch(MailWayCheck::another)) {
            return seen.warn(Severity.WARNING, Text.of("pc.intercepted"), null);
        }
        if (heard.stream().anyMatch(Heard::greeted)) {
            return seen.pass(Text.of("pc.mail.ok"));
        }
        boolean swallowed =
                heard.stream()
                        .map(Heard::answer)
                        .anyMatch(
                                one ->
                                        one instanceof DoorAnswer.Silent
                                                || one instanceof DoorAnswer.Refused);
        return seen.unknown(
                Severity.INFORMATION, Text.of(swallowed ? "pc.mail.silent" : "pc.mail.unknown"));
    }

    /** The large ones have certificates that every computer trusts. */
    private static boolean wellKnown(Scene scene) {
        return scene.landmarks().mailServers().equals(Landmarks.INTERNET.mailServers());
    }

    private static boolean another(Heard heard) {
        return heard.answer() instanceof DoorAnswer.Secured(var _, var tls) && !tls.trusted();
    }
}

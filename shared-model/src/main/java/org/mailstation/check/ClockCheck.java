package org.mailstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.TimeServers;
import org.mailstation.text.Text;

/** Is the clock right? Certificates, signatures and the order of letters depend on it. */
final class ClockCheck extends NamedCheck {
    private static final Duration RIGHT = Duration.ofSeconds(5);
    private static final Duration TOLERABLE = Duration.ofSeconds(60);

    ClockCheck() {
        super("clock", Hop.NAS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) {
        List<Evidence> evidence = new ArrayList<>();
        for (String server : scene.landmarks().timeServers()) {
            switch (scene.times().ask(server)) {
                case TimeServers.Told(var ahead) -> {
                    evidence.add(scene.evidence("SNTP " + server, "ahead by " + ahead));
                    return List.of(judge(seen(scene, evidence), ahead, scene.vantage()));
                }
                case TimeServers.CouldNotTell(var why) ->
                        evidence.add(scene.evidence("SNTP " + server, why));
            }
        }
        return List.of(
                seen(scene, evidence).unknown(Severity.INFORMATION, Text.of("clock.unknown")));
    }

    /** Two clocks are looked at, so each has its own name. */
    private Observation seen(Scene scene, List<Evidence> evidence) {
        boolean nas = scene.vantage() == Vantage.NAS;
        return new Observation(nas ? name() : name() + ":pc", nas ? Hop.NAS : Hop.SENDER, evidence);
    }

    private static Finding judge(Observation seen, Duration ahead, Vantage whose) {
        boolean nas = whose == Vantage.NAS;
        Duration off = ahead.abs();
        if (off.compareTo(RIGHT) <= 0) {
            return seen.pass(Text.of(nas ? "clock.ok" : "clock.pc.ok"));
        }
        if (!nas) {
            return seen.warn(
                    off.compareTo(TOLERABLE) > 0 ? Severity.WARNING : Severity.INFORMATION,
                    Text.of("clock.pc.off", off.toSeconds()),
                    null);
        }
        return off.compareTo(TOLERABLE) > 0
                ? seen.fail(Severity.ERROR, Text.of("clock.off", off.toSeconds()), null)
                : seen.warn(Severity.WARNING, Text.of("clock.off", off.toSeconds()), null);
    }
}

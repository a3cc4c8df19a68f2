package org.mailstation.desktop.surroundings;

import java.util.List;
import java.util.Set;
import org.mailstation.check.Check;
import org.mailstation.check.Scene;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** Is this computer on a VPN? Then it sees somebody else's line. */
public record TunnelCheck(Surroundings around) implements Check {
    @Override
    public String name() {
        return "pc";
    }

    @Override
    public Hop hop() {
        return Hop.SENDER;
    }

    @Override
    public Set<Vantage> from() {
        return Set.of(Vantage.PC);
    }

    @Override
    public List<Finding> look(Scene scene) {
        Surroundings.WayOut way = around.wayOut();
        String answered = way == null ? "none" : way.device();
        Observation seen =
                new Observation(
                        name(), hop(), List.of(scene.evidence("way to the Internet", answered)));
        if (way == null) {
            return List.of(seen.unknown(Severity.INFORMATION, Text.of("pc.no-way-out")));
        }
        return List.of(
                way.tunnel()
                        ? seen.warn(Severity.WARNING, Text.of("pc.tunnel", way.device()), null)
                        : seen.pass(Text.of("pc.no-tunnel", way.device())));
    }
}

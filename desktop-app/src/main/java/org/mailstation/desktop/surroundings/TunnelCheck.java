package org.mailstation.desktop.surroundings;

import java.util.List;
import org.mailstation.check.NamedCheck;
import org.mailstation.check.Scene;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** Is this computer on a VPN? Then it sees somebody else's line. */
public final class TunnelCheck extends NamedCheck {
    private final Surroundings around;

    public TunnelCheck(Surroundings around) {
        super("pc", Hop.SENDER, Vantage.PC);
        this.around = around;
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

package org.mailstation.desktop.surroundings;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.check.NamedCheck;
import org.mailstation.check.Scene;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.lan.Lan;
import org.mailstation.text.Text;

/**
 * Is this computer in the NAS's own network? From another one, as that for guests, a router may
 * keep it away from ports that everybody else at home reaches.
 */
public final class NetworkCheck extends NamedCheck {
    private final Surroundings around;

    public NetworkCheck(Surroundings around) {
        super("pc:network", Hop.SENDER, Vantage.PC);
        this.around = around;
    }

    @Override
    public List<Finding> look(Scene scene) {
        InetAddress nas = scene.identity().home();
        List<Lan> lans = around.lans();
        if (nas == null || lans.isEmpty()) {
            return List.of();
        }
        String here =
                lans.stream()
                        .map(lan -> lan.address().getHostAddress() + "/" + lan.prefix())
                        .collect(Collectors.joining(", "));
        Observation seen =
                new Observation(
                        name(), hop(), List.of(scene.evidence("networks of this computer", here)));
        return List.of(
                lans.stream().anyMatch(lan -> lan.contains(nas))
                        ? seen.pass(Text.of("pc.same-network"))
                        : seen.warn(
                                Severity.INFORMATION,
                                Text.of("pc.other-network", here, nas.getHostAddress()),
                                null));
    }
}

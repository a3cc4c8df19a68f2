package org.mailstation.desktop.surroundings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.PublicLine;
import org.mailstation.check.Published;
import org.mailstation.check.Scene;
import org.mailstation.check.real.Portrait;
import org.mailstation.check.real.Scenes;
import org.mailstation.desktop.check.Absence;
import org.mailstation.desktop.discovery.Discovered;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.Found;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.lan.Lan;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * Looks around this computer when the NAS does not answer.
 *
 * @param sameHost whether a device shows the host key that is pinned for the NAS: only that proves
 *     that it is the same one
 */
public record Lookout(Surroundings around, Scenes scenes, Discovery discovery, SameHost sameHost)
        implements Absence {
    private static final int SECONDS = 6;

    /** Compares host keys; says nobody's name and gives no password. */
    @FunctionalInterface
    public interface SameHost {
        boolean test(SshTarget candidate, SshTarget known);
    }

    /** Another network, and not behind the same address: so it is not the neighbour's Wi-Fi. */
    @Override
    public @Nullable Finding away(Portrait station, String line, Finding failure)
            throws InterruptedException {
        if (station.identity().home() == null) {
            return null;
        }
        Whereabouts where = whereabouts(station, line);
        if (where.home()) {
            return null;
        }
        List<Evidence> evidence = new ArrayList<>(failure.evidence());
        evidence.addAll(where.evidence());
        return new Observation(failure.check(), failure.hop(), evidence)
                .unknown(
                        Severity.INFORMATION,
                        Text.of(
                                "nas.away",
                                where.here(),
                                where.published().isEmpty() ? "?" : where.published()));
    }

    @Override
    public Whereabouts whereabouts(Portrait station, String line) throws InterruptedException {
        InetAddress nas = station.identity().home();
        for (Lan lan : around.lans()) {
            if (nas != null && lan.contains(nas)) {
                return new Whereabouts(true, lan.address().getHostAddress(), "", List.of());
            }
        }
        Scene scene = scenes.of(station.config(), station.identity(), station.landmarks());
        PublicLine.Answer seen = scene.line().address();
        String published = published(scene);
        String here =
                seen instanceof PublicLine.Known(InetAddress address, var _)
                        ? address.getHostAddress()
                        : "?";
        return new Whereabouts(
                here.equals(published) || here.equals(line), here, published, seen.evidence());
    }

    private static String published(Scene scene) throws InterruptedException {
        return scene.names().ask(scene.config().hostName(), RecordType.A)
                                instanceof Published.Same same
                        && !same.values().isEmpty()
                ? same.values().getFirst()
                : "";
    }

    @Override
    public Finding search(SshTarget target, Finding failure) throws InterruptedException {
        Discovered discovered = devices();
        for (Found device : discovered.found()) {
            SshTarget candidate = new SshTarget(device.address(), device.sshPort(), target.user());
            if (!device.addresses().contains(target.host()) && sameHost.test(candidate, target)) {
                return moved(failure, target, device.address());
            }
        }
        boolean silent = !failure.sentence().key().matches("ssh\\.(refused|host-key-changed)");
        return silent && discovered.finished() && !discovered.nobodyWasAsked()
                ? new Observation(failure.check(), failure.hop(), failure.evidence())
                        .fail(
                                Severity.CRITICAL,
                                Text.of("nas.gone", target.host()),
                                new Remedy.RunOnNas(Text.of("nas.gone.remedy"), ""))
                : failure;
    }

    private static Finding moved(Finding failure, SshTarget target, String address) {
        return new Observation(failure.check(), failure.hop(), failure.evidence())
                .fail(
                        Severity.CRITICAL,
                        Text.of("nas.moved", address, target.host()),
                        new Remedy.RouterStep(Text.of("nas.moved.remedy", address, target.user())));
    }

    private Discovered devices() throws InterruptedException {
        Discovery.Running running = discovery.start(_ -> {});
        try {
            return running.done().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException untold) {
            running.cancel();
            return new Discovered(List.of(), List.of(), false);
        }
    }
}

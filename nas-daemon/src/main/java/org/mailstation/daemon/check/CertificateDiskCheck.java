package org.mailstation.daemon.check;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Scene;
import org.mailstation.check.Together;
import org.mailstation.config.Service;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.TlsSeen;
import org.mailstation.text.Text;

/**
 * Do all ports show the certificate that lies on the disk, and was taken from there last? One that
 * was renewed and not taken into use expires in spite of that.
 */
final class CertificateDiskCheck extends NasCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Supplier<List<ListenerStatus>> listeners;
    private final Supplier<@Nullable CertificateStatus> newest;

    /**
     * @param newest the one that was taken last from the disk
     */
    CertificateDiskCheck(
            Supplier<List<ListenerStatus>> listeners,
            Supplier<@Nullable CertificateStatus> newest) {
        super("certificate.disk", Hop.CERTIFICATE);
        this.listeners = listeners;
        this.newest = newest;
    }

    private record Shown(Service service, DoorAnswer answer, Evidence evidence) {
        /** A port that shows no certificate has a finding of its own. */
        boolean differs(CertificateStatus newest) {
            return answer instanceof DoorAnswer.Secured(_, TlsSeen tls)
                    && !(tls.keySha256().equals(newest.keySha256()) && sameSecond(tls, newest));
        }

        private static boolean sameSecond(TlsSeen tls, CertificateStatus newest) {
            return tls.notAfter()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .equals(newest.notAfter().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        CertificateStatus taken = newest.get();
        return taken == null ? List.of() : List.of(compared(scene, taken));
    }

    private Finding compared(Scene scene, CertificateStatus newest) throws InterruptedException {
        List<Callable<Shown>> knocks = new ArrayList<>();
        for (ListenerStatus listener : listeners.get()) {
            if (listener.bound() != 0) {
                knocks.add(() -> knock(scene, listener));
            }
        }
        List<Shown> shown = Together.call(knocks);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(
                scene.evidence(
                        "certificate on the disk",
                        "key " + newest.keySha256() + ", until " + newest.notAfter()));
        shown.forEach(one -> evidence.add(one.evidence()));
        List<String> old =
                shown.stream()
                        .filter(one -> one.differs(newest))
                        .map(one -> one.service().key())
                        .toList();
        Observation seen = seen(evidence);
        return old.isEmpty()
                ? seen.pass(Text.of("certificate.disk.ok"))
                : seen.fail(
                        Severity.WARNING,
                        Text.of("certificate.disk.old", String.join(", ", old)),
                        new Remedy.RunOnNas(Text.of("certificate.disk.old.remedy"), ""));
    }

    private static Shown knock(Scene scene, ListenerStatus listener) {
        InetSocketAddress here =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.bound());
        DoorAnswer answer =
                scene.doors().knock(listener.service(), here, scene.config().hostName(), PATIENCE);
        String until =
                answer instanceof DoorAnswer.Secured(_, TlsSeen tls)
                        ? ", until " + tls.notAfter()
                        : "";
        return new Shown(
                listener.service(),
                answer,
                scene.evidence("certificate of port " + listener.bound(), answer.words() + until));
    }
}

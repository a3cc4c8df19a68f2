package org.mailstation.daemon.apply;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Port;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.Doors;
import org.mailstation.probe.TlsSeen;
import org.mailstation.text.Text;

/**
 * Connects to each listener over loopback: it must greet, make TLS, and show the station's own key.
 */
public final class LoopbackSelfCheck implements SelfCheck {
    private final Doors doors;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param patience how long one listener may take
     */
    public LoopbackSelfCheck(Doors doors, Clock clock, Duration patience) {
        this.doors = doors;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public List<Finding> check(
            List<ListenerStatus> listeners, @Nullable CertificateStatus certificate) {
        List<Finding> findings = new ArrayList<>();
        for (ListenerStatus listener : listeners) {
            if (listener.open() != Port.Open.OFF) {
                findings.add(check(listener, certificate));
            }
        }
        return findings;
    }

    private Finding check(ListenerStatus listener, @Nullable CertificateStatus certificate) {
        if (listener.bound() == 0) {
            return failed(
                    listener,
                    "selfcheck.not-listening",
                    "listen on port " + listener.configured(),
                    listener.error());
        }
        InetSocketAddress here =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.bound());
        String asked = "connect 127.0.0.1:" + listener.bound() + " and start TLS";
        DoorAnswer answer = doors.knock(listener.service(), here, "localhost", patience);
        if (!(answer instanceof DoorAnswer.Secured(_, TlsSeen tls))) {
            return failed(listener, "selfcheck.silent", asked, answer.words());
        }
        if (certificate == null || !certificate.keySha256().equals(tls.keySha256())) {
            return failed(listener, "selfcheck.other-key", asked, answer.words());
        }
        return seen(listener, asked, answer.words()).pass(text("selfcheck.ok", listener));
    }

    private Finding failed(ListenerStatus listener, String key, String asked, String answered) {
        return seen(listener, asked, answered).fail(Severity.ERROR, text(key, listener), null);
    }

    private Observation seen(ListenerStatus listener, String asked, String answered) {
        String check = "selfcheck." + listener.service().key();
        return Observation.onNas(check, Hop.DAEMON, asked, answered, clock.instant());
    }

    private static Text text(String key, ListenerStatus listener) {
        int port = listener.bound() == 0 ? listener.configured() : listener.bound();
        return Text.of(key, listener.service().name(), port);
    }
}

package org.mailstation.daemon.apply;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Port;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * Connects to each listener over loopback: it must greet, make TLS, and show the station's own key.
 */
public final class LoopbackSelfCheck implements SelfCheck {
    private final Clock clock;
    private final Duration patience;

    /**
     * @param patience how long one answer may take
     */
    public LoopbackSelfCheck(Clock clock, Duration patience) {
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
        String asked = "connect 127.0.0.1:" + listener.bound() + " and start TLS";
        String key;
        try {
            key = greet(listener);
        } catch (IOException silent) {
            return failed(listener, "selfcheck.silent", asked, String.valueOf(silent.getMessage()));
        }
        if (certificate == null || !certificate.keySha256().equals(key)) {
            return failed(listener, "selfcheck.other-key", asked, "key SHA-256 " + key);
        }
        return finding(
                listener, Verdict.PASS, "selfcheck.ok", asked, "greeting, TLS, key SHA-256 " + key);
    }

    /** The hash of the key that the listener shows. */
    private String greet(ListenerStatus listener) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.bound()),
                    millis);
            socket.setSoTimeout(millis);
            Conversation clear = new Conversation(socket);
            if (listener.service().implicitTls()) {
                TlsPeek tls = TlsPeek.over(socket);
                Greeting.of(listener.service()).expectBanner(new Conversation(tls.socket()));
                return tls.keySha256();
            }
            Greeting greeting = Greeting.of(listener.service());
            greeting.expectBanner(clear);
            greeting.startTls(clear);
            return TlsPeek.over(socket).keySha256();
        }
    }

    private Finding failed(ListenerStatus listener, String key, String asked, String answered) {
        return finding(listener, Verdict.FAIL, key, asked, answered);
    }

    private Finding finding(
            ListenerStatus listener, Verdict verdict, String key, String asked, String answered) {
        int port = listener.bound() == 0 ? listener.configured() : listener.bound();
        return new Finding(
                "selfcheck." + listener.service().key(),
                Hop.DAEMON,
                verdict,
                Severity.ERROR,
                Text.of(key, listener.service().name(), port),
                List.of(new Evidence(Vantage.NAS, asked, answered, clock.instant())),
                null);
    }
}

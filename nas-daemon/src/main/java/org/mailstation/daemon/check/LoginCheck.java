package org.mailstation.daemon.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.mailstation.check.Scene;
import org.mailstation.check.Together;
import org.mailstation.config.Service;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Is a password ever asked for before TLS, where others could read it (RFC 8314 3)? */
final class LoginCheck extends NasCheck {
    /** Reads what a port offers before TLS. */
    @FunctionalInterface
    interface Offers {
        /** The lines of its answer to EHLO (SMTP), CAPABILITY (IMAP) or CAPA (POP3). */
        List<String> inTheClear(Service service, InetSocketAddress where) throws IOException;
    }

    private final Supplier<List<ListenerStatus>> listeners;
    private final Offers offers;

    LoginCheck(Supplier<List<ListenerStatus>> listeners, Offers offers) {
        super("login", Hop.DAEMON);
        this.listeners = listeners;
        this.offers = offers;
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Callable<Finding>> questions = new ArrayList<>();
        for (ListenerStatus listener : listeners.get()) {
            if (listener.bound() != 0 && !listener.service().implicitTls()) {
                questions.add(() -> ask(scene, listener));
            }
        }
        return Together.call(questions);
    }

    private Finding ask(Scene scene, ListenerStatus listener) {
        Service service = listener.service();
        String key = service.key();
        String asked = "what port " + listener.bound() + " offers before TLS";
        InetSocketAddress here =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.bound());
        try {
            List<String> lines = offers.inTheClear(service, here);
            Observation seen = seen(scene, key, asked, String.join(" | ", lines));
            return asksForPassword(service, lines)
                    ? seen.fail(
                            Severity.CRITICAL,
                            Text.of("login.clear", service.name(), listener.bound()),
                            new Remedy.ChangeSetting(
                                    Text.of("login.clear.remedy", listener.bound()),
                                    "ports." + key + ".open",
                                    "off"))
                    : seen.pass(Text.of("login.ok", service.name()));
        } catch (IOException silent) {
            // whether it answers at all has a finding of its own
            return seen(scene, key, asked, String.valueOf(silent.getMessage()))
                    .unknown(Severity.INFORMATION, Text.of("login.unknown", service.name()));
        }
    }

    private static boolean asksForPassword(Service service, List<String> lines) {
        List<String> upper = lines.stream().map(line -> line.toUpperCase(Locale.ROOT)).toList();
        return switch (service) {
            // RFC 4954 3
            case SMTP, SUBMISSION, SUBMISSIONS ->
                    upper.stream().anyMatch(line -> line.matches("250[ -]AUTH\\b.*"));
            // RFC 9051 6.2.3: without LOGINDISABLED, LOGIN is offered
            case IMAP, IMAPS ->
                    upper.stream()
                            .filter(line -> line.startsWith("* CAPABILITY"))
                            .anyMatch(
                                    line ->
                                            line.contains(" AUTH=")
                                                    || !line.contains(" LOGINDISABLED"));
            // RFC 2449 6.3, RFC 5034 3
            case POP3, POP3S -> upper.stream().anyMatch(line -> line.matches("USER|SASL\\b.*"));
            // RFC 5804 1.7
            case MANAGESIEVE ->
                    upper.stream().anyMatch(line -> line.matches("\"SASL\" +\"[^\"]+\".*"));
        };
    }
}

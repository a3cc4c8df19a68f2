package org.mailstation.desktop.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** Findings as the real checks make them, for tests of what is shown. */
public final class Found {
    private Found() {}

    public static Observation seen(String check, Hop hop, Vantage from, String asked, String said) {
        return new Observation(check, hop, List.of(new Evidence(from, asked, said, HandLook.WHEN)));
    }

    public static Finding pass(String check, Hop hop) {
        return seen(check, hop, Vantage.NAS, check, "as it should be").pass(well(check));
    }

    private static Text well(String check) {
        String about = check.substring(Math.max(check.indexOf(':'), check.indexOf('.')) + 1);
        if (check.startsWith("reach:")) {
            return Text.of("reach.ok", about);
        }
        return switch (check) {
            case "router.line" -> Text.of("router.line.public", "198.51.100.7");
            case "forwarding.smtp" -> Text.of("forwarding.stands", about, 25);
            default -> Text.of("check.progress", check);
        };
    }

    public static Finding fail(
            String check, Hop hop, Severity severity, Text sentence, @Nullable Remedy remedy) {
        return seen(check, hop, Vantage.NAS, check, "otherwise").fail(severity, sentence, remedy);
    }

    public static Finding warn(String check, Hop hop) {
        return seen(check, hop, Vantage.NAS, check, "not as well as it should")
                .warn(Severity.WARNING, Text.of("check.progress", check), null);
    }

    public static Finding unknown(String check, Hop hop) {
        return seen(check, hop, Vantage.PC, check, "no answer in time")
                .unknown(Severity.WARNING, Text.of("check.late", check));
    }

    public static Finding notApplicable(String check, Hop hop) {
        return seen(check, hop, Vantage.NAS, check, "not used")
                .notApplicable(Text.of("check.progress", check));
    }

    /** Port 587 sends letters of strangers on; one setting closes it. */
    public static Finding openRelay() {
        return fail(
                "open-relay",
                Hop.DAEMON,
                Severity.CRITICAL,
                Text.of("open-relay.open", 587),
                new Remedy.ChangeSetting(
                        Text.of("open-relay.remedy", 587), "ports.submission.open", "off"));
    }

    /** Port 25 is not reached from outside. */
    public static Finding closed() {
        return seen("reach:smtp", Hop.ROUTER, Vantage.OUTSIDE, "connect 198.51.100.7:25", "refused")
                .fail(
                        Severity.CRITICAL,
                        Text.of("reach.refused", "smtp"),
                        new Remedy.RouterStep(Text.of("reach.remedy")));
    }

    /** The listener of a service is down; what comes of it is seen at home and outside. */
    public static Finding down(String service, int port) {
        return seen("listener." + service, Hop.DAEMON, Vantage.NAS, "listener " + port, "closed")
                .fail(
                        Severity.ERROR,
                        Text.of("listener.down", service.toUpperCase(java.util.Locale.ROOT), port),
                        new Remedy.ChangeSetting(
                                Text.of("listener.down.remedy", port),
                                "ports." + service + ".port",
                                ""));
    }

    /** The router's forward was taken back. */
    public static Finding withdrawn(String service, int port) {
        return seen(
                        "forwarding." + service,
                        Hop.ROUTER,
                        Vantage.NAS,
                        "router port " + port + " -> 192.168.1.10:" + port,
                        "taken back")
                .warn(
                        Severity.WARNING,
                        Text.of(
                                "forwarding.withdrawn",
                                service.toUpperCase(java.util.Locale.ROOT),
                                port),
                        new Remedy.RunOnNas(
                                Text.of("forwarding.withdrawn.remedy"),
                                "mailstationctl forward --again"));
    }

    /** What the checks say in a home where everything is well. */
    public static List<Finding> healthy() {
        return List.of(
                pass("pc:mail", Hop.SENDER),
                pass("line", Hop.ISP),
                pass("outbound", Hop.ISP),
                pass("router.line", Hop.ROUTER),
                pass("reach:smtp", Hop.ROUTER),
                pass("reach:submissions", Hop.ROUTER),
                pass("reach:imaps", Hop.ROUTER),
                pass("forwarding.smtp", Hop.ROUTER),
                pass("disk", Hop.NAS),
                pass("home:smtp", Hop.NAS),
                pass("home:imaps", Hop.NAS),
                pass("listener.smtp", Hop.DAEMON),
                pass("listener.submission", Hop.DAEMON),
                pass("listener.submissions", Hop.DAEMON),
                pass("listener.imap", Hop.DAEMON),
                pass("listener.imaps", Hop.DAEMON),
                pass("listener.pop3", Hop.DAEMON),
                pass("listener.pop3s", Hop.DAEMON),
                pass("certificate", Hop.CERTIFICATE),
                pass("role", Hop.MAILBOX),
                pass("dns.mx:mueller-family.example", Hop.DNS),
                notApplicable("dns.ddns-fit", Hop.DDNS));
    }

    /** The healthy home, where these were found instead of what is well, or besides. */
    public static List<Finding> healthyBut(Finding... others) {
        List<Finding> all = new java.util.ArrayList<>(healthy());
        for (Finding other : others) {
            all.removeIf(one -> one.check().equals(other.check()));
            all.add(other);
        }
        return all;
    }
}

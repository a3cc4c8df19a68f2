package org.mailstation.check;

import java.util.List;
import java.util.Locale;
import org.mailstation.config.Relay;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Home;
import org.mailstation.records.SpfRecord;
import org.mailstation.records.Wanted;
import org.mailstation.records.WantedRecord;
import org.mailstation.text.Text;

/** May letters of each mail domain come by the way that they take (RFC 7208)? */
final class SpfCheck extends DomainCheck {
    SpfCheck() {
        super("dns.spf", RecordType.TXT, "", Severity.ERROR);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) throws InterruptedException {
        Home home = Fix.home(scene);
        return (seen, same) -> judge(scene, seen, same, domain, home);
    }

    private static Finding judge(
            Scene scene, Observation seen, Published.Same same, String domain, Home home)
            throws InterruptedException {
        List<String> records = TextRecord.of(same, "v=spf1");
        WantedRecord wanted = Wanted.spf(home, domain, records);
        Remedy remedy = remedy(wanted, domain);
        if (records.isEmpty()) {
            return same.values().stream().anyMatch(SpfCheck::almost)
                    ? seen.fail(Severity.ERROR, Text.of("dns.spf.malformed", domain), remedy)
                    : seen.warn(Severity.WARNING, Text.of("dns.spf.none", domain), remedy);
        }
        if (records.size() > 1) {
            // RFC 7208 4.5: several are an error for everybody
            return seen.fail(Severity.ERROR, Text.of("dns.spf.several", domain), remedy);
        }
        SpfWalk walk = SpfWalk.of(scene.names(), domain, records.getFirst());
        if (walk.tooMany()) {
            String less = SpfRecord.shortened(home, domain, records);
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.spf.many", domain, SpfWalk.MOST_LOOKUPS),
                    new Remedy.DnsRecord(
                            Text.of("dns.spf.many.remedy", domain), "TXT", domain + ".", less));
        }
        if (walk.tooManyVoids()) {
            return seen.fail(Severity.ERROR, Text.of("dns.spf.void", domain), remedy);
        }
        return ways(scene, seen, domain, walk, remedy);
    }

    /** Each way that letters may take must be allowed. */
    private static Finding ways(
            Scene scene, Observation seen, String domain, SpfWalk walk, Remedy remedy)
            throws InterruptedException {
        Relay.Use relay = scene.config().relay().use();
        Finding own =
                relay == Relay.Use.ALWAYS
                        ? malformed(scene, seen, domain, remedy)
                        : own(scene, seen, domain, remedy);
        if (relay == Relay.Use.NEVER || own.verdict() != org.mailstation.finding.Verdict.PASS) {
            return own;
        }
        String host = scene.config().relay().host();
        return switch (SpfRelay.allowed(scene, domain, walk)) {
            case YES -> seen.pass(Text.of("dns.spf.relay", domain, host));
            case UNKNOWN ->
                    seen.unknown(
                            Severity.INFORMATION,
                            Text.of("dns.spf.relay.unknown", domain, host),
                            remedy);
            case NO ->
                    relay == Relay.Use.ALWAYS
                            ? seen.fail(
                                    Severity.ERROR,
                                    Text.of("dns.spf.without-relay", domain, host),
                                    remedy)
                            : seen.warn(
                                    Severity.WARNING,
                                    Text.of("dns.spf.without-relay", domain, host),
                                    remedy);
        };
    }

    /** The home does not send itself; but a record with a mistake helps no relay either. */
    private static Finding malformed(Scene scene, Observation seen, String domain, Remedy remedy) {
        // an address for documentation (RFC 5737): nobody sends from there
        return result(scene, domain, "192.0.2.1").equals("permerror")
                ? seen.fail(Severity.ERROR, Text.of("dns.spf.malformed", domain), remedy)
                : seen.pass(Text.of("dns.spf.relay", domain, scene.config().relay().host()));
    }

    private static Finding own(Scene scene, Observation seen, String domain, Remedy remedy)
            throws InterruptedException {
        if (!(scene.line().address() instanceof PublicLine.Known(var address, var _))) {
            return seen.unknown(Severity.ERROR, Text.of("line.unknown"));
        }
        String ip = address.getHostAddress();
        return switch (result(scene, domain, ip)) {
            case "pass" -> seen.pass(Text.of("dns.spf.ok", domain, ip));
            case "temperror" -> seen.unknown(Severity.ERROR, Text.of("dns.untold", domain));
            case "permerror" ->
                    seen.fail(Severity.ERROR, Text.of("dns.spf.malformed", domain), remedy);
            case "fail", "softfail" ->
                    seen.fail(Severity.ERROR, Text.of("dns.spf.forbidden", domain, ip), remedy);
            default -> seen.warn(Severity.WARNING, Text.of("dns.spf.neutral", domain, ip), remedy);
        };
    }

    /** What a receiver would say (RFC 7208 2.6). */
    static String result(Scene scene, String domain, String ip) {
        return SpfJudge.of(scene.names())
                .result(ip, "postmaster@" + domain, scene.config().hostName());
    }

    /** It was meant as an SPF record, but does not begin as one must. */
    private static boolean almost(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.matches("[\\s\"']*(v\\s*=\\s*)?spf-?1\\b.*") || small.startsWith("\"v=spf1");
    }

    private static Remedy remedy(WantedRecord wanted, String domain) {
        return Fix.publish(wanted, Text.of("dns.spf.remedy", domain));
    }
}

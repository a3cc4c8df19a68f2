package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Tls;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Tags;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/**
 * If a domain has rules for encryption (RFC 8461), does the station keep them? Senders that know
 * such rules do not write to a station that breaks them.
 */
final class MtaStsCheck extends DomainCheck {
    private static final long DAY = 86_400;

    MtaStsCheck() {
        super("dns.mta-sts", RecordType.TXT, "_mta-sts.", Severity.INFORMATION);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) {
        return (seen, same) -> judge(scene, seen, same, domain);
    }

    private static Finding judge(Scene scene, Observation seen, Published.Same same, String domain)
            throws InterruptedException {
        List<String> records = TextRecord.of(same, Wanted.STS_VERSION);
        if (records.isEmpty()) {
            return seen.notApplicable(Text.of("dns.mta-sts.none", domain));
        }
        StsPolicy.Fetched fetched = StsPolicy.fetch(scene, domain);
        Observation more = with(scene, seen, domain, fetched);
        Remedy record =
                fetched instanceof StsPolicy.Read(var text, var _)
                        ? Fix.publish(Wanted.mtaSts(domain, text), domain)
                        : null;
        if (records.size() > 1
                || !Tags.of(records.getFirst()).get("id").matches("[A-Za-z0-9]{1,32}")) {
            return more.fail(Severity.WARNING, Text.of("dns.mta-sts.malformed", domain), record);
        }
        return switch (fetched) {
            case StsPolicy.Missing _ -> missing(scene, more, domain);
            case StsPolicy.Malformed() ->
                    more.fail(Severity.WARNING, Text.of("dns.mta-sts.policy", domain), null);
            case StsPolicy.Read(var _, var policy) -> judge(scene, more, domain, policy);
        };
    }

    private static Observation with(
            Scene scene, Observation seen, String domain, StsPolicy.Fetched fetched) {
        List<Evidence> evidence = new ArrayList<>(seen.evidence());
        evidence.add(
                scene.evidence(
                        "https://" + StsPolicy.host(domain) + "/.well-known/mta-sts.txt",
                        fetched.toString()));
        return new Observation(seen.check(), seen.hop(), evidence);
    }

    /** A page on this very line may be hidden from those at home only. */
    private static Finding missing(Scene scene, Observation seen, String domain)
            throws InterruptedException {
        boolean elsewhere =
                scene.line().address() instanceof PublicLine.Known(var home, var _)
                        && scene.names().ask(StsPolicy.host(domain), RecordType.A)
                                instanceof Published.Same same
                        && !same.values().contains(home.getHostAddress());
        return elsewhere
                ? seen.fail(Severity.WARNING, Text.of("dns.mta-sts.missing", domain), null)
                : seen.unknown(Severity.INFORMATION, Text.of("dns.mta-sts.unknown", domain), null);
    }

    private static Finding judge(Scene scene, Observation seen, String domain, StsPolicy policy)
            throws InterruptedException {
        if (policy.mode().equals("none")) {
            return seen.pass(Text.of("dns.mta-sts.off", domain));
        }
        boolean enforced = policy.mode().equals("enforce");
        String outside = outside(scene, domain, policy);
        if (outside != null) {
            return wrong(seen, Text.of("dns.mta-sts.mismatch", domain, outside), enforced, domain);
        }
        if (scene.config().tls().source() == Tls.Source.SELF_SIGNED) {
            // RFC 8461 4.2: the certificate must lead to an authority that everybody knows
            return wrong(seen, Text.of("dns.mta-sts.untrusted", domain), enforced, domain);
        }
        return policy.maxAge() < DAY
                ? seen.warn(Severity.INFORMATION, Text.of("dns.mta-sts.short", domain), null)
                : seen.pass(Text.of("dns.mta-sts.ok", domain, policy.mode()));
    }

    private static Finding wrong(Observation seen, Text text, boolean enforced, String domain) {
        Remedy remedy = new Remedy.AskProvider(Text.of("dns.mta-sts.remedy", domain));
        return enforced
                ? seen.fail(Severity.CRITICAL, text, remedy)
                : seen.warn(Severity.INFORMATION, text, remedy);
    }

    /** A server of the domain that the rules do not name, or {@code null}. */
    private static @Nullable String outside(Scene scene, String domain, StsPolicy policy)
            throws InterruptedException {
        Published published = scene.names().ask(domain, RecordType.MX);
        List<String> hosts =
                published
                                instanceof
                                Published.Same(DnsAnswer.Records(var values, var _, var _), var _)
                        ? values.stream().map(value -> MxCheck.Mx.parse(value).host()).toList()
                        : List.of(scene.config().hostName());
        return hosts.stream().filter(host -> !policy.covers(host)).findFirst().orElse(null);
    }
}

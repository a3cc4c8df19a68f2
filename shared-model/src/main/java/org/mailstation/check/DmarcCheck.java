package org.mailstation.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/** Is it said what others shall do with letters that only pretend to be ours (RFC 7489 6)? */
final class DmarcCheck extends DomainCheck {
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    DmarcCheck() {
        super("dns.dmarc", RecordType.TXT, "_dmarc.", Severity.WARNING);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) {
        return (seen, same) -> judge(seen, same, domain);
    }

    private static Finding judge(Observation seen, Published.Same same, String domain) {
        List<String> records = TextRecord.of(same, "v=DMARC1");
        Remedy remedy =
                new Remedy.DnsRecord(
                        Text.of("dns.dmarc.remedy", domain),
                        "TXT",
                        "_dmarc." + domain + ".",
                        "v=DMARC1; p=none; rua=mailto:postmaster@" + domain);
        if (records.isEmpty()) {
            return seen.warn(Severity.INFORMATION, Text.of("dns.dmarc.none", domain), remedy);
        }
        if (records.size() > 1) {
            // RFC 7489 6.6.3: several are as none
            return seen.fail(Severity.WARNING, Text.of("dns.dmarc.several", domain), remedy);
        }
        String policy = TextRecord.tag(records.getFirst(), "p").toLowerCase(Locale.ROOT);
        return POLICIES.contains(policy)
                ? seen.pass(Text.of("dns.dmarc.ok", domain, policy))
                : seen.fail(Severity.WARNING, Text.of("dns.dmarc.malformed", domain), remedy);
    }
}

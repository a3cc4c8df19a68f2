package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.RecordType;
import org.mailstation.records.DmarcRecord;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/** Is it said what others shall do with letters that only pretend to be ours (RFC 7489 6)? */
final class DmarcCheck extends DomainCheck {
    DmarcCheck() {
        super("dns.dmarc", RecordType.TXT, "_dmarc.", Severity.WARNING);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) {
        return (seen, same) -> judge(scene, seen, same, domain);
    }

    private static Finding judge(Scene scene, Observation seen, Published.Same same, String domain)
            throws InterruptedException {
        List<String> records = TextRecord.of(same, DmarcRecord.VERSION);
        Remedy remedy =
                Fix.publish(Wanted.dmarc(domain, records), Text.of("dns.dmarc.remedy", domain));
        if (records.isEmpty()) {
            return same.values().stream().anyMatch(DmarcCheck::almost)
                    ? seen.fail(Severity.WARNING, Text.of("dns.dmarc.malformed", domain), remedy)
                    : seen.warn(Severity.INFORMATION, Text.of("dns.dmarc.none", domain), remedy);
        }
        if (records.size() > 1) {
            // RFC 7489 6.6.3: several are as none
            return seen.fail(Severity.WARNING, Text.of("dns.dmarc.several", domain), remedy);
        }
        String record = records.getFirst();
        List<String> faults = DmarcRecord.faults(record);
        if (!faults.isEmpty()) {
            String names = String.join(", ", faults);
            return seen.fail(Severity.WARNING, Text.of("dns.dmarc.mistake", domain, names), remedy);
        }
        return reports(scene, seen, domain, record);
    }

    /** RFC 7489 7.1: whoever gets reports for others must say that he takes them. */
    private static Finding reports(Scene scene, Observation seen, String domain, String record)
            throws InterruptedException {
        List<Evidence> evidence = new ArrayList<>(seen.evidence());
        List<String> unwilling = new ArrayList<>();
        for (String other : DmarcRecord.reportDomains(record)) {
            if (!related(domain, other)) {
                Published says =
                        scene.names().ask(domain + "._report._dmarc." + other, RecordType.TXT);
                says.replies().stream().map(scene::evidence).forEach(evidence::add);
                if (says instanceof Published.Same same
                        && TextRecord.of(same, DmarcRecord.VERSION).isEmpty()) {
                    unwilling.add(other);
                }
            }
        }
        Observation more = new Observation(seen.check(), seen.hop(), evidence);
        String policy = TextRecord.tag(record, "p").toLowerCase(Locale.ROOT);
        return unwilling.isEmpty()
                ? more.pass(Text.of("dns.dmarc.ok", domain, policy))
                : more.warn(
                        Severity.INFORMATION,
                        Text.of("dns.dmarc.external", domain, String.join(", ", unwilling)),
                        new Remedy.DnsRecord(
                                Text.of("dns.dmarc.external.remedy", unwilling.getFirst()),
                                "TXT",
                                domain + "._report._dmarc." + unwilling.getFirst() + ".",
                                DmarcRecord.VERSION));
    }

    /** The same owner, as far as can be seen from the names. */
    private static boolean related(String domain, String other) {
        return other.equals(domain) || other.endsWith("." + domain) || domain.endsWith("." + other);
    }

    /** It was meant as one, but does not begin as it must (RFC 7489 6.3). */
    private static boolean almost(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.contains("dmarc")
                || small.matches(".*\\bp\\s*=\\s*(none|quarantine|reject).*");
    }
}

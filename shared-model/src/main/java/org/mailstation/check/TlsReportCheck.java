package org.mailstation.check;

import java.util.Arrays;
import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/** Is it said where others shall report that their TLS to us fails (RFC 8460 3)? */
final class TlsReportCheck extends DomainCheck {
    TlsReportCheck() {
        super("dns.tlsrpt", RecordType.TXT, "_smtp._tls.", Severity.INFORMATION);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) {
        return (seen, same) -> judge(seen, same, domain);
    }

    private static Finding judge(Observation seen, Published.Same same, String domain) {
        List<String> records = TextRecord.of(same, Wanted.TLS_REPORT_VERSION);
        Remedy remedy = Fix.publish(Wanted.tlsReport(domain), domain);
        if (records.isEmpty()) {
            return seen.warn(Severity.INFORMATION, Text.of("dns.tlsrpt.none", domain), remedy);
        }
        // RFC 8460 3: several are as none
        return records.size() == 1 && leadsSomewhere(records.getFirst())
                ? seen.pass(Text.of("dns.tlsrpt.ok", domain))
                : seen.fail(Severity.INFORMATION, Text.of("dns.tlsrpt.malformed", domain), remedy);
    }

    private static boolean leadsSomewhere(String record) {
        return Arrays.stream(TextRecord.tag(record, "rua").split(",", -1))
                .map(String::strip)
                .allMatch(to -> to.matches("mailto:[^@]+@[^@]+|https://.+"));
    }
}

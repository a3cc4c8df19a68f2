package org.mailstation.check;

import java.util.List;
import java.util.Locale;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/** Do the letters of each mail domain come to this station (RFC 5321 5.1)? */
final class MxCheck extends DomainCheck {
    MxCheck() {
        super("dns.mx", RecordType.MX, "", Severity.CRITICAL);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) {
        return (seen, same) -> judge(scene, seen, same, domain);
    }

    private static Finding judge(
            Scene scene, Observation seen, Published.Same same, String domain) {
        String host = scene.config().hostName();
        return switch (same.answer()) {
            case DnsAnswer.Records records ->
                    records(
                            seen,
                            records.values().stream().map(Mx::parse).sorted().toList(),
                            domain,
                            host);
            case DnsAnswer.NoRecord _ when domain.equals(host) ->
                    // RFC 5321 5.1: a name without MX is its own mail server
                    seen.pass(Text.of("dns.mx.implicit", domain));
            case DnsAnswer.NoRecord _, DnsAnswer.NoSuchName _, DnsAnswer.CouldNotTell _ ->
                    seen.fail(
                            Severity.CRITICAL,
                            Text.of("dns.mx.none", domain),
                            record(domain, host));
        };
    }

    private static Finding records(Observation seen, List<Mx> all, String domain, String host) {
        List<String> others =
                all.stream().map(Mx::host).filter(name -> !name.equals(host)).toList();
        if (others.isEmpty()) {
            return seen.pass(Text.of("dns.mx.ok", domain, host));
        }
        if (others.contains("")) {
            return seen.fail(
                    Severity.CRITICAL, Text.of("dns.mx.null", domain), record(domain, host));
        }
        String names = String.join(", ", others);
        if (others.size() == all.size()) {
            return seen.fail(
                    Severity.CRITICAL,
                    Text.of("dns.mx.elsewhere", domain, names, host),
                    record(domain, host));
        }
        boolean first = all.getFirst().host().equals(host);
        return first
                ? seen.warn(
                        Severity.WARNING,
                        Text.of("dns.mx.leftover", domain, names),
                        record(domain, host))
                : seen.fail(
                        Severity.CRITICAL,
                        Text.of("dns.mx.elsewhere", domain, names, host),
                        record(domain, host));
    }

    private static Remedy record(String domain, String host) {
        return new Remedy.DnsRecord(
                Text.of("dns.mx.remedy", domain, host), "MX", domain + ".", "10 " + host + ".");
    }

    /** One MX record (RFC 1035 3.3.9): lower preference first. */
    record Mx(int preference, String host) implements Comparable<Mx> {
        static Mx parse(String value) {
            String[] parts = value.split(" ", 2);
            String host = parts[1].toLowerCase(Locale.ROOT);
            return new Mx(Integer.parseInt(parts[0]), host.substring(0, host.length() - 1));
        }

        @Override
        public int compareTo(Mx other) {
            return Integer.compare(preference, other.preference);
        }
    }
}

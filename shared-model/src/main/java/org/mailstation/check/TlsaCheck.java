package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Wanted;
import org.mailstation.records.WantedRecord;
import org.mailstation.text.Text;

/**
 * If the station's key is published (RFC 7672), is it the one that it shows? Senders that prove it
 * by DNSSEC write to no other.
 */
final class TlsaCheck extends NamedCheck {
    /** The key itself, by SHA-256 (RFC 7672 3.1.1). */
    private static final String OF_KEY = "3 1 1 ";

    TlsaCheck() {
        super("dns.tlsa", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        WantedRecord wanted = Wanted.tlsa(scene.config().hostName(), scene.identity().keySha256());
        DnsRule rule =
                new DnsRule(scene, name(), wanted.name(), RecordType.TLSA, Severity.INFORMATION);
        return List.of(rule.judge((seen, same) -> judge(scene, seen, same, wanted)));
    }

    private static Finding judge(
            Scene scene, Observation seen, Published.Same same, WantedRecord wanted) {
        String host = scene.config().hostName();
        if (same.values().isEmpty()) {
            return seen.notApplicable(Text.of("dns.tlsa.none", host));
        }
        List<String> keys =
                same.values().stream().filter(value -> value.startsWith(OF_KEY)).toList();
        if (keys.isEmpty() || !scene.identity().known()) {
            return seen.unknown(Severity.INFORMATION, Text.of("dns.tlsa.unknown", host));
        }
        List<DnsReply> proofs = scene.names().elsewhere(wanted.name(), RecordType.TLSA);
        Observation more = with(scene, seen, proofs);
        boolean proven = proofs.stream().anyMatch(DnsReply::authenticated);
        boolean right = keys.stream().anyMatch(key -> isSame(key, wanted.value()));
        Remedy remedy = Fix.publish(wanted, Text.of("dns.tlsa.remedy", host));
        if (right) {
            return proven
                    ? more.pass(Text.of("dns.tlsa.ok", host))
                    : more.warn(Severity.INFORMATION, Text.of("dns.tlsa.unsigned", host), null);
        }
        // without proof nobody heeds them (RFC 7672 2.1)
        return proven || proofs.stream().noneMatch(DnsReply::told)
                ? more.fail(Severity.CRITICAL, Text.of("dns.tlsa.stale", host), remedy)
                : more.warn(Severity.INFORMATION, Text.of("dns.tlsa.ignored", host), remedy);
    }

    private static Observation with(Scene scene, Observation seen, List<DnsReply> proofs) {
        List<Evidence> evidence = new ArrayList<>(seen.evidence());
        proofs.stream().map(scene::evidence).forEach(evidence::add);
        return new Observation(seen.check(), seen.hop(), evidence);
    }

    private static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String record) {
        return record.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }
}

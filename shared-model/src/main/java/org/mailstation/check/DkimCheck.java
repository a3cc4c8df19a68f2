package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.records.SigningKey;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/** Can others prove the signatures under the station's letters (RFC 6376)? */
final class DkimCheck extends NamedCheck {
    /** RFC 8301 3.2: less is not accepted, and this is what is advised. */
    private static final int LEAST_BITS = 1024;

    private static final int GOOD_BITS = 2048;

    DkimCheck() {
        super("dns.dkim", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        SigningKey key = scene.identity().signing();
        if (key == null) {
            return List.of(
                    new Observation(name(), hop(), List.of())
                            .notApplicable(Text.of("dns.dkim.no-key")));
        }
        List<Finding> found = new ArrayList<>();
        for (String domain : scene.config().domains()) {
            String record = key.name(domain);
            found.add(
                    new DnsRule(
                                    scene,
                                    name() + ":" + domain,
                                    record,
                                    RecordType.TXT,
                                    Severity.ERROR)
                            .judge((seen, same) -> judge(seen, same, domain, key)));
        }
        return found;
    }

    private static Finding judge(
            Observation seen, Published.Same same, String domain, SigningKey key) {
        Remedy remedy = Fix.publish(Wanted.dkim(domain, key), domain);
        if (same.values().isEmpty()) {
            return seen.fail(Severity.ERROR, Text.of("dns.dkim.none", domain), remedy);
        }
        if (same.values().size() > 1) {
            // RFC 6376 3.6.2.2: what several mean is undefined
            String kind = isSplit(same.values(), key) ? "dns.dkim.split" : "dns.dkim.several";
            return seen.fail(Severity.ERROR, Text.of(kind, domain), remedy);
        }
        return switch (DkimRecord.read(same.values().getFirst())) {
            case DkimRecord.Revoked() ->
                    seen.fail(Severity.ERROR, Text.of("dns.dkim.revoked", domain), remedy);
            case DkimRecord.Truncated() ->
                    seen.fail(Severity.ERROR, Text.of("dns.dkim.truncated", domain), remedy);
            case DkimRecord.Malformed() ->
                    seen.fail(Severity.ERROR, Text.of("dns.dkim.malformed", domain), remedy);
            case DkimRecord.Usable(var base64, var bits) ->
                    base64.equals(key.publicKey())
                            ? strength(seen, domain, bits)
                            : seen.fail(Severity.ERROR, Text.of("dns.dkim.other", domain), remedy);
        };
    }

    /**
     * Some providers take no string of more than 255 octets (RFC 1035 3.3): people then enter the
     * parts as records of their own, instead of as strings of one.
     */
    private static boolean isSplit(List<String> texts, SigningKey key) {
        String whole = key.record().replaceAll("\\s", "");
        return texts.stream()
                .map(text -> text.replaceAll("[\\s\"]", ""))
                .allMatch(part -> !part.isEmpty() && !part.equals(whole) && whole.contains(part));
    }

    private static Finding strength(Observation seen, String domain, int bits) {
        if (bits < LEAST_BITS) {
            return seen.fail(Severity.ERROR, Text.of("dns.dkim.weak", domain, bits), null);
        }
        return bits < GOOD_BITS
                ? seen.warn(Severity.INFORMATION, Text.of("dns.dkim.weak", domain, bits), null)
                : seen.pass(Text.of("dns.dkim.ok", domain));
    }
}

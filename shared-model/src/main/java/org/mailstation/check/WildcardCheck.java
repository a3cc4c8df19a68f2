package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/** Do names answer that nobody has entered (RFC 4592)? They hide mistakes. */
final class WildcardCheck extends NamedCheck {
    WildcardCheck() {
        super("dns.wildcard", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        for (String domain : scene.config().domains()) {
            found.add(look(scene, domain));
        }
        return found;
    }

    private Finding look(Scene scene, String domain) throws InterruptedException {
        List<Evidence> evidence = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        boolean told = true;
        for (RecordType type : List.of(RecordType.A, RecordType.MX, RecordType.TXT)) {
            Published published = scene.names().ask(Wildcard.nobody(domain), type);
            published.replies().stream().map(scene::evidence).forEach(evidence::add);
            told &= published instanceof Published.Same;
            if (published instanceof Published.Same same && !same.values().isEmpty()) {
                kinds.add(type.name());
            }
        }
        Observation seen = new Observation(name() + ":" + domain, hop(), evidence);
        if (!kinds.isEmpty()) {
            return seen.warn(
                    Severity.INFORMATION,
                    Text.of("dns.wildcard.there", domain, String.join(", ", kinds)),
                    null);
        }
        return told
                ? seen.pass(Text.of("dns.wildcard.ok", domain))
                : seen.unknown(Severity.INFORMATION, Text.of("dns.untold", domain));
    }
}

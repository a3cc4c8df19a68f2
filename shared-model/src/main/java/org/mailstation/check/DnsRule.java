package org.mailstation.check;

import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/** What all checks of one DNS record have in common: what to do when the DNS does not tell. */
record DnsRule(Scene scene, String check, String name, RecordType type, Severity severity) {
    /** Judges what is published. */
    @FunctionalInterface
    interface Judge {
        Finding of(Observation seen, Published.Same published) throws InterruptedException;
    }

    Finding judge(Judge judge) throws InterruptedException {
        Published published = scene.names().ask(name, type);
        Observation seen = seen(published.replies());
        return switch (published) {
            case Published.Same same -> judge.of(seen, same);
            case Published.Different _ ->
                    seen.fail(severity, Text.of("dns.different", name, type.name()), null);
            case Published.Untold _ -> seen.unknown(severity, Text.of("dns.untold", name));
        };
    }

    private Observation seen(List<DnsReply> replies) {
        List<Evidence> evidence = replies.stream().map(scene::evidence).toList();
        return new Observation(check, Hop.DNS, evidence);
    }
}

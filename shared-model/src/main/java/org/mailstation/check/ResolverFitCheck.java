package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * Can this computer's resolver do what mail asks of it: answers from block lists, and proof by
 * DNSSEC (RFC 4035 3.2.3)? Neither is needed for letters to flow.
 */
final class ResolverFitCheck extends NamedCheck {
    ResolverFitCheck() {
        super("dns.resolver", Hop.ROUTER, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) {
        List<Evidence> evidence = new ArrayList<>();
        DnsReply signed = scene.names().here("com", RecordType.NS);
        evidence.add(scene.evidence(signed));
        List<String> refusing = new ArrayList<>();
        for (BlockList list : scene.landmarks().addressLists()) {
            if (!Listing.answers(scene, list, evidence)) {
                refusing.add(list.zone());
            }
        }
        String name = scene.vantage() == Vantage.NAS ? name() : name() + ":pc";
        Observation seen = new Observation(name, hop(), evidence);
        return List.of(judge(scene, seen, signed, refusing));
    }

    private static Finding judge(
            Scene scene, Observation seen, DnsReply signed, List<String> refusing) {
        if (!signed.told()) {
            return seen.unknown(
                    Severity.INFORMATION, Text.of("dns.resolver.silent", signed.server()));
        }
        if (refusing.size() == scene.landmarks().addressLists().size()) {
            return seen.warn(
                    Severity.INFORMATION,
                    Text.of("dns.resolver.refused", String.join(", ", refusing)),
                    null);
        }
        return signed.authenticated()
                ? seen.pass(Text.of("dns.resolver.ok"))
                : seen.warn(Severity.INFORMATION, Text.of("dns.resolver.unproven"), null);
    }
}

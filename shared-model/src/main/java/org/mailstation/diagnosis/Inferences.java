package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** What no single check can see, but several together say. */
final class Inferences {
    private static final String REACH = "reach";

    private Inferences() {}

    /** The findings, and those that follow from them. */
    static List<Finding> applied(List<Finding> findings) {
        List<Finding> outside =
                findings.stream()
                        .filter(one -> Subject.of(one).kind().equals(REACH))
                        .filter(Inferences::fromOutside)
                        .toList();
        List<Finding> closed = outside.stream().filter(Inferences::failed).toList();
        boolean someOpen = outside.stream().anyMatch(one -> one.verdict() == Verdict.PASS);
        if (closed.isEmpty() || explained(closed, findings)) {
            return findings;
        }
        List<Finding> all = new ArrayList<>(findings);
        if (!someOpen) {
            all.add(notForwarded(closed));
        } else if (closed.stream().allMatch(one -> Subject.of(one).about().equals("smtp"))) {
            all.add(providerBlocks(closed));
        }
        return all;
    }

    private static boolean explained(List<Finding> closed, List<Finding> findings) {
        return closed.stream()
                .anyMatch(
                        one ->
                                findings.stream()
                                        .filter(Inferences::failed)
                                        .anyMatch(other -> Dependencies.explains(other, one)));
    }

    /** Nothing at all comes in, although the name is right and the NAS answers at home. */
    private static Finding notForwarded(List<Finding> closed) {
        String key = "diagnosis.not-forwarded";
        return line(Hop.ROUTER, closed, key, new Remedy.RouterStep(Text.of(key + ".remedy")));
    }

    /** Other ports of the same router come in, only 25 does not. */
    private static Finding providerBlocks(List<Finding> closed) {
        String key = "diagnosis.provider-blocks-25";
        return line(Hop.ISP, closed, key, new Remedy.AskProvider(Text.of(key + ".remedy")));
    }

    private static Finding line(Hop hop, List<Finding> closed, String key, Remedy remedy) {
        return new Observation("line", hop, evidence(closed))
                .fail(Severity.CRITICAL, Text.of(key), remedy);
    }

    private static List<Evidence> evidence(List<Finding> findings) {
        return findings.stream().flatMap(one -> one.evidence().stream()).toList();
    }

    private static boolean fromOutside(Finding finding) {
        return finding.evidence().stream().anyMatch(one -> one.vantage() == Vantage.OUTSIDE);
    }

    private static boolean failed(Finding finding) {
        return finding.verdict() == Verdict.FAIL;
    }
}

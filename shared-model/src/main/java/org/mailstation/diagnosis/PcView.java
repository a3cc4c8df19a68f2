package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * What the PC sees counts only as long as nothing stands in its own way: a tunnel, or a program
 * that keeps it away from mail ports. Otherwise it is that program's fault, not the station's.
 */
final class PcView {
    /** What a PC can see of the station and its line; all else is the same for everybody. */
    private static final Set<String> DOUBTFUL = Set.of("reach", "home", "line", "dns.here", "rule");

    private PcView() {}

    /** All findings; those of a PC that is held up say nothing any more. */
    static List<Finding> weighed(List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        findings.stream()
                .filter(one -> one.sentence().key().equals("pc.mail.silent"))
                .filter(_ -> lineLetsMailOut(findings))
                .findFirst()
                .ifPresent(silent -> all.add(blocked(silent)));
        return all.stream().anyMatch(PcView::heldUp)
                ? all.stream().map(PcView::discounted).toList()
                : findings;
    }

    /** The NAS reaches mail servers over the same line. */
    private static boolean lineLetsMailOut(List<Finding> findings) {
        return findings.stream()
                .anyMatch(
                        one ->
                                Subject.of(one).kind().equals("outbound")
                                        && one.verdict() == Verdict.PASS);
    }

    private static Finding blocked(Finding silent) {
        return new Observation("pc:blocked", silent.hop(), silent.evidence())
                .warn(Severity.WARNING, Text.of("pc.blocked"), null);
    }

    private static boolean heldUp(Finding finding) {
        return Subject.of(finding).kind().equals("pc") && finding.verdict() == Verdict.WARN;
    }

    private static Finding discounted(Finding finding) {
        boolean counts =
                finding.verdict() == Verdict.PASS
                        || !DOUBTFUL.contains(Subject.of(finding).kind())
                        || finding.evidence().isEmpty()
                        || finding.evidence().stream().anyMatch(one -> one.vantage() != Vantage.PC);
        return counts
                ? finding
                : new Observation(finding.check(), finding.hop(), finding.evidence())
                        .unknown(Severity.INFORMATION, Text.of("diagnosis.discounted"));
    }
}

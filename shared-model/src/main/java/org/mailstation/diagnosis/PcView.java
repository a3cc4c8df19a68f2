package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailstation.finding.Evidence;
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

    private static final String KEY = ", key ";

    private PcView() {}

    /** All findings; those of a PC that is held up say nothing any more. */
    static List<Finding> weighed(List<Finding> told) {
        List<Finding> findings =
                told.stream().map(one -> sameForTheNas(one, told) ? harmless(one) : one).toList();
        List<Finding> all = new ArrayList<>(findings);
        findings.stream()
                .filter(one -> one.sentence().key().equals("pc.mail.silent"))
                .filter(_ -> lineLetsMailOut(findings))
                .findFirst()
                .ifPresent(silent -> all.add(blocked(silent)));
        OtherLine.of(findings).ifPresent(all::add);
        return all.stream().anyMatch(PcView::heldUp)
                ? all.stream().map(PcView::discounted).toList()
                : findings;
    }

    /** A server that shows the NAS the same key is not read along with: its certificate is odd. */
    private static boolean sameForTheNas(Finding finding, List<Finding> findings) {
        return finding.sentence().key().equals("pc.intercepted")
                && findings.stream()
                        .filter(one -> Subject.of(one).kind().equals("outbound"))
                        .flatMap(one -> one.evidence().stream())
                        .map(PcView::key)
                        .anyMatch(
                                key ->
                                        !key.isEmpty()
                                                && finding.evidence().stream()
                                                        .map(PcView::key)
                                                        .anyMatch(key::equals));
    }

    /** What stands behind the word "key" in an answer; see DoorAnswer.words. */
    private static String key(Evidence evidence) {
        int at = evidence.answered().indexOf(KEY);
        return at < 0 ? "" : evidence.answered().substring(at + KEY.length());
    }

    private static Finding harmless(Finding intercepted) {
        return new Observation(intercepted.check(), intercepted.hop(), intercepted.evidence())
                .pass(Text.of("pc.mail.ok"));
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

package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** What no single check can see, but several together say. */
final class Inferences {
    private static final String REACH = "reach";

    /** What only guesses at what somebody outside has seen with his own eyes. */
    private static final Set<String> GUESSES =
            Set.of("forwarding", "line", "router.line", "rule", "dns.address");

    /** Two routers are no fault where the first one leads everything on. */
    private static final String SECOND_ROUTER = "router.line.double-nat";

    private Inferences() {}

    /** The findings, and those that follow from them; without doubts that others have settled. */
    static List<Finding> applied(List<Finding> all) {
        return inwards(PcView.weighed(all));
    }

    /** The findings without guesses about what somebody outside has seen to work. */
    static List<Finding> settled(List<Finding> findings) {
        List<Finding> outside = outside(findings);
        boolean proven =
                !outside.isEmpty()
                        && outside.stream().allMatch(one -> one.verdict() == Verdict.PASS);
        return proven
                ? findings.stream().filter(one -> !doubt(one)).map(Inferences::harmless).toList()
                : findings;
    }

    private static Finding harmless(Finding finding) {
        return finding.sentence().key().equals(SECOND_ROUTER)
                ? new Observation(finding.check(), finding.hop(), finding.evidence())
                        .pass(new Text("router.line.double-nat.open", finding.sentence().args()))
                : finding;
    }

    private static List<Finding> outside(List<Finding> findings) {
        return findings.stream()
                .filter(one -> Subject.of(one).kind().equals(REACH))
                .filter(Inferences::fromOutside)
                .toList();
    }

    private static List<Finding> inwards(List<Finding> findings) {
        List<Finding> outside = outside(findings);
        List<Finding> closed =
                outside.stream()
                        .filter(Inferences::failed)
                        .filter(one -> !explained(one, findings))
                        .toList();
        List<Finding> open = outside.stream().filter(one -> one.verdict() == Verdict.PASS).toList();
        Optional<Finding> why = new Inbound(closed, open, findings).why();
        List<Finding> all = new ArrayList<>(settled(findings));
        why.ifPresent(all::add);
        return all;
    }

    private static boolean explained(Finding closed, List<Finding> findings) {
        return findings.stream()
                .filter(Inferences::failed)
                .anyMatch(other -> Dependencies.explains(other, closed));
    }

    private static boolean doubt(Finding finding) {
        return finding.verdict() == Verdict.UNKNOWN && GUESSES.contains(Subject.of(finding).kind());
    }

    private static boolean fromOutside(Finding finding) {
        return finding.evidence().stream().anyMatch(one -> one.vantage() == Vantage.OUTSIDE);
    }

    private static boolean failed(Finding finding) {
        return finding.verdict() == Verdict.FAIL;
    }
}

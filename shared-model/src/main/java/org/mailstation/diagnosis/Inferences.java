package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
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

    /** What a second router says of itself, and is not so where letters come in. */
    private static final Set<String> NO_WAY_IN =
            Set.of("second-router.shared", "second-router.third");

    private Inferences() {}

    /** The findings, and those that follow from them; without doubts that others have settled. */
    static List<Finding> applied(List<Finding> all) {
        return inwards(PcView.weighed(all)).stream().map(one -> withPage(one, all)).toList();
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

    /** Where the second router was found, the person is led to its page. */
    private static Finding withPage(Finding finding, List<Finding> all) {
        if (!finding.sentence().key().equals(SECOND_ROUTER)) {
            return finding;
        }
        return all.stream()
                .filter(one -> one.verdict() == Verdict.PASS)
                .filter(one -> one.check().equals("second-router"))
                .map(one -> one.sentence().args())
                .findFirst()
                .map(
                        args ->
                                new Finding(
                                        finding.check(),
                                        finding.hop(),
                                        finding.verdict(),
                                        finding.severity(),
                                        finding.sentence(),
                                        finding.evidence(),
                                        new Remedy.RouterStep(
                                                Text.of(
                                                        "second-router.remedy",
                                                        finding.sentence().args().getFirst(),
                                                        args.get(1),
                                                        args.get(3)))))
                .orElse(finding);
    }

    private static Finding harmless(Finding finding) {
        if (NO_WAY_IN.contains(finding.sentence().key())) {
            List<String> args = finding.sentence().args();
            return new Observation(finding.check(), finding.hop(), finding.evidence())
                    .pass(Text.of("second-router.found", args.get(0), args.get(2)));
        }
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

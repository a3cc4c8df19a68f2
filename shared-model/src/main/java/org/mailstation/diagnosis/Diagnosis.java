package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * What is wrong, in one sentence.
 *
 * @param health of the whole
 * @param sentence for a person who reads nothing else
 * @param causes the culprits, the worst first; more than one only if they are independent
 * @param untold what matters and could not be told, and is not explained by a cause
 */
public record Diagnosis(Health health, Text sentence, List<Cause> causes, List<Finding> untold) {
    public Diagnosis {
        causes = List.copyOf(causes);
        untold = List.copyOf(untold);
    }

    /** Judges all findings of a run, from all vantages. */
    public static Diagnosis of(List<Finding> findings) {
        List<Finding> all = Inferences.applied(findings);
        List<Finding> faults = all.stream().filter(Diagnosis::fault).toList();
        List<Finding> unknown = all.stream().filter(Diagnosis::mattersUnknown).toList();
        List<Finding> roots =
                faults.stream()
                        .filter(
                                one ->
                                        faults.stream()
                                                .noneMatch(
                                                        other -> Dependencies.explains(other, one)))
                        .sorted(
                                Comparator.comparing(Finding::severity)
                                        .reversed()
                                        .thenComparing(Finding::hop))
                        .toList();
        List<Cause> causes =
                Siblings.together(
                        roots.stream()
                                .map(root -> new Cause(root, consequences(root, faults, unknown)))
                                .toList());
        List<Finding> untold =
                unknown.stream()
                        .filter(
                                one ->
                                        faults.stream()
                                                .noneMatch(
                                                        other -> Dependencies.explains(other, one)))
                        .toList();
        return new Diagnosis(Health.of(all), sentence(findings, causes, untold), causes, untold);
    }

    private static List<Finding> consequences(
            Finding root, List<Finding> faults, List<Finding> unknown) {
        List<Finding> follow = new ArrayList<>();
        List<Finding> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Finding cause = open.removeFirst();
            for (Finding fault : faults) {
                if (Dependencies.explains(cause, fault) && !follow.contains(fault)) {
                    follow.add(fault);
                    open.add(fault);
                }
            }
            unknown.stream()
                    .filter(one -> Dependencies.explains(cause, one) && !follow.contains(one))
                    .forEach(follow::add);
        }
        return follow;
    }

    private static Text sentence(List<Finding> findings, List<Cause> causes, List<Finding> untold) {
        if (findings.isEmpty()) {
            return Text.of("diagnosis.nothing-asked");
        }
        if (causes.size() == 1) {
            return causes.getFirst().root().sentence();
        }
        if (causes.size() > 1) {
            return Text.of("diagnosis.several", String.valueOf(causes.size()));
        }
        return untold.isEmpty()
                ? Text.of("diagnosis.fine")
                : Text.of("diagnosis.untold", String.valueOf(untold.size()));
    }

    private static boolean fault(Finding finding) {
        boolean bad = finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.WARN;
        return bad && matters(finding);
    }

    private static boolean mattersUnknown(Finding finding) {
        return finding.verdict() == Verdict.UNKNOWN && matters(finding);
    }

    private static boolean matters(Finding finding) {
        return finding.severity().compareTo(Severity.WARNING) >= 0;
    }
}

package org.mailstation.desktop.way;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailstation.diagnosis.Cause;
import org.mailstation.diagnosis.Diagnosis;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;

/**
 * How it is at one place. Only a culprit makes its place broken: what merely follows from another
 * place's fault says nothing of this one, so that it cannot be told.
 *
 * @param following what follows from a culprit
 */
record Judging(Set<Finding> following) {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparingInt((Finding one) -> rank(Health.of(List.of(one))))
                    .thenComparing(Finding::severity)
                    .reversed();

    static Judging of(Diagnosis diagnosis) {
        Set<Finding> following = new HashSet<>();
        diagnosis.causes().stream().map(Cause::consequences).forEach(following::addAll);
        diagnosis.causes().stream().map(Cause::root).forEach(following::remove);
        return new Judging(following);
    }

    Health health(Collection<Finding> findings) {
        return Health.of(findings.stream().map(this::weighed).toList());
    }

    private Finding weighed(Finding finding) {
        return following.contains(finding)
                ? new Observation(finding.check(), finding.hop(), finding.evidence())
                        .unknown(Severity.WARNING, finding.sentence())
                : finding;
    }

    static List<Finding> worstFirst(Collection<Finding> findings) {
        return findings.stream().sorted(WORST_FIRST).toList();
    }

    private static int rank(Health health) {
        return switch (health) {
            case FINE -> 0;
            case UNKNOWN -> 1;
            case ATTENTION -> 2;
            case BROKEN -> 3;
        };
    }
}

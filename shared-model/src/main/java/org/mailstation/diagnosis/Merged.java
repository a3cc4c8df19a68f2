package org.mailstation.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/**
 * What was seen from several places, as one list: one finding for each check, with the evidence of
 * all who asked. Who could tell is believed before who could not; among those, who stands outside
 * before the NAS, and the NAS before the PC, which may be anywhere and behind anything.
 */
final class Merged {
    private Merged() {}

    /** All views as one, in their order. */
    static List<Finding> of(List<View> views) {
        Map<String, List<Seen>> byCheck = new LinkedHashMap<>();
        for (View view : views) {
            for (Finding finding : view.findings()) {
                byCheck.computeIfAbsent(finding.check(), _ -> new ArrayList<>())
                        .add(new Seen(view.from(), finding));
            }
        }
        return byCheck.values().stream().map(Merged::one).toList();
    }

    private record Seen(Vantage from, Finding finding) {
        boolean told() {
            return switch (finding.verdict()) {
                case UNKNOWN, NOT_APPLICABLE -> false;
                case PASS, WARN, FAIL -> true;
            };
        }

        int trust() {
            return switch (from) {
                case DNS -> 0;
                case PC -> 1;
                case NAS -> 2;
                case OUTSIDE -> 3;
            };
        }

        /** If one has looked twice at the same, the worse counts. */
        int trouble() {
            return switch (finding.verdict()) {
                case NOT_APPLICABLE, PASS -> 0;
                case UNKNOWN, WARN -> 1;
                case FAIL -> 2;
            };
        }
    }

    private static final Comparator<Seen> BELIEVED =
            Comparator.comparing(Seen::told)
                    .thenComparing(Seen::trust)
                    .thenComparing(Seen::trouble);

    private static Finding one(List<Seen> same) {
        Finding believed = Collections.max(same, BELIEVED).finding();
        List<Evidence> evidence = new ArrayList<>(believed.evidence());
        for (Seen other : same) {
            other.finding().evidence().stream()
                    .filter(one -> !evidence.contains(one))
                    .forEach(evidence::add);
        }
        return new Finding(
                believed.check(),
                believed.hop(),
                believed.verdict(),
                believed.severity(),
                believed.sentence(),
                evidence,
                believed.remedy());
    }
}

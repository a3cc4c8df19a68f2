package org.mailstation.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mailstation.finding.Finding;

/**
 * A whole look at the station, as {@code check --json} prints it.
 *
 * @param diagnosis what is wrong, in one sentence
 * @param findings everything that was found, from all vantages, without doubts that another vantage
 *     has settled, and with what a PC saw that is held up as what it is: not known
 */
public record CheckReport(
        Instant begun, Instant ended, Diagnosis diagnosis, List<Finding> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** Judges what was seen from several places. */
    public static CheckReport of(Instant begun, Instant ended, List<View> views) {
        List<Finding> merged = Inferences.settled(Merged.of(views));
        // whoever reads the list shall see no fault there that does not count
        return new CheckReport(begun, ended, Diagnosis.of(merged), PcView.weighed(merged));
    }

    /**
     * This report with a second look at a part of it, judged as a whole again: what was asked again
     * and not found any more is gone, the rest stays as it was.
     *
     * @param again what the second look found
     * @param asked whether the second look was to ask about a finding of this name
     */
    public CheckReport renewed(CheckReport again, Predicate<String> asked) {
        Map<String, Finding> fresh = new LinkedHashMap<>();
        again.findings.forEach(finding -> fresh.put(finding.check(), finding));
        List<Finding> all = new ArrayList<>();
        for (Finding known : findings) {
            Finding now = fresh.remove(known.check());
            if (now != null) {
                all.add(now);
            } else if (!asked.test(known.check())) {
                all.add(known);
            }
        }
        all.addAll(fresh.values());
        List<Finding> settled = Inferences.settled(all);
        return new CheckReport(begun, again.ended, Diagnosis.of(settled), settled);
    }
}

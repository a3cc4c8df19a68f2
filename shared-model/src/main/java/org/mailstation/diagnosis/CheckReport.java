package org.mailstation.diagnosis;

import java.time.Instant;
import java.util.List;
import org.mailstation.finding.Finding;

/**
 * A whole look at the station, as {@code check --json} prints it.
 *
 * @param diagnosis what is wrong, in one sentence
 * @param findings everything that was found, from all vantages, without doubts that another vantage
 *     has settled
 */
public record CheckReport(
        Instant begun, Instant ended, Diagnosis diagnosis, List<Finding> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** Judges what was seen from several places. */
    public static CheckReport of(Instant begun, Instant ended, List<View> views) {
        List<Finding> merged = Inferences.settled(Merged.of(views));
        return new CheckReport(begun, ended, Diagnosis.of(merged), merged);
    }
}

package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.mailstation.finding.Finding;

/**
 * What a look from the NAS found.
 *
 * @param identity of the station that was looked at
 * @param findings of the daemon about itself first, then those of the checks
 */
public record Checked(
        Instant begun, Instant ended, StationIdentity identity, List<Finding> findings) {
    public Checked {
        findings = List.copyOf(findings);
    }
}

package org.mailstation.diagnosis;

import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/**
 * What somebody saw from where he stands.
 *
 * @param findings in the order in which a reader wants them
 */
public record View(Vantage from, List<Finding> findings) {
    public View {
        findings = List.copyOf(findings);
    }
}

package org.mailstation.desktop.way;

import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

/**
 * One place of the map.
 *
 * @param used whether this home has it at all: not everybody has DDNS
 * @param findings about it, those that need attention first
 */
public record Place(Spot spot, Health health, boolean used, List<Finding> findings) {
    public Place {
        findings = List.copyOf(findings);
    }
}

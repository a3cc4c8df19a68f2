package org.mailstation.desktop.way;

import java.util.List;
import org.mailstation.config.Service;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

/**
 * One port on the map.
 *
 * @param outer at the line, where the Internet comes in; otherwise at the NAS
 * @param findings about it, those that need attention first
 */
public record Door(
        Service service, int port, boolean outer, Health health, List<Finding> findings) {
    public Door {
        findings = List.copyOf(findings);
    }
}

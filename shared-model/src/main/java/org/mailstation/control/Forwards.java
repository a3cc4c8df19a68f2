package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Finding;

/**
 * What the router leads to the NAS.
 *
 * @param at when the router was last asked
 * @param router {@code null} if none takes wishes
 * @param forwards one for each service that shall be reached from the Internet; none where the NAS
 *     stands there without a router
 */
public record Forwards(
        Instant at, @Nullable RouterStatus router, List<Forward> forwards, List<Finding> findings) {
    public Forwards {
        forwards = List.copyOf(forwards);
        findings = List.copyOf(findings);
    }
}

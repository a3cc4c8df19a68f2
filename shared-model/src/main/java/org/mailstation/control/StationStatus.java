package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

/**
 * How the station is.
 *
 * @param version of the daemon
 * @param startedAt when this process began
 * @param revision of the running configuration; 0: none yet
 * @param hostName as configured; empty: no configuration yet
 * @param listeners one for every service, in the order of {@link org.mailstation.config.Service}
 * @param certificate what the listeners show, or {@code null} before the first configuration
 * @param signing the keys that letters are signed with, or {@code null} if there are none
 * @param probation the revision that waits for its confirmation, or {@code null}
 * @param findings results of the daemon's checks of itself
 */
public record StationStatus(
        String version,
        Instant startedAt,
        int revision,
        String hostName,
        List<ListenerStatus> listeners,
        @Nullable CertificateStatus certificate,
        @Nullable SigningStatus signing,
        QueueStatus queue,
        int accounts,
        ProcessStatus process,
        @Nullable Probation probation,
        List<Finding> findings) {
    public StationStatus {
        listeners = List.copyOf(listeners);
        findings = List.copyOf(findings);
    }

    public Health health() {
        return Health.of(findings);
    }
}

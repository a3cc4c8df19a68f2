package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Finding;

/**
 * How DDNS is.
 *
 * @param provider id; empty: none is set, and all else is empty too
 * @param host the name
 * @param address of the line, as seen last; empty: not known
 * @param published what the provider was told last; empty: nothing yet
 * @param publishedAt when, or {@code null}
 * @param checkedAt when the station last looked, or {@code null}
 * @param notBefore the provider is not asked before, or {@code null}
 * @param timeline changes of the address, oldest first
 */
public record DdnsStatus(
        String provider,
        String host,
        String address,
        String published,
        @Nullable Instant publishedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant notBefore,
        List<DdnsChange> timeline,
        List<Finding> findings) {
    /** No provider is set. */
    public static final DdnsStatus NONE =
            new DdnsStatus("", "", "", "", null, null, null, List.of(), List.of());

    public DdnsStatus {
        timeline = List.copyOf(timeline);
        findings = List.copyOf(findings);
    }
}

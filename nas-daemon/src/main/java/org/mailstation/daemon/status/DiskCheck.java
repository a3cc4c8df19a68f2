package org.mailstation.daemon.status;

import java.time.Instant;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Is there room for more letters? */
final class DiskCheck {
    private static final long MEGABYTE = 1_000_000;

    /** Below this many times the reserve it is time to make room. */
    private static final int EARLY = 3;

    private DiskCheck() {}

    /**
     * @param freeBytes where the letters lie; negative: could not be told
     * @param reserveMegabytes below which no letters are accepted
     */
    static Finding check(long freeBytes, int reserveMegabytes, Instant now) {
        Observation found =
                Observation.onNas(
                        "disk", Hop.NAS, "free room for letters", freeBytes + " bytes", now);
        if (freeBytes < 0) {
            return found.unknown(Severity.WARNING, Text.of("disk.unknown"));
        }
        String free = String.valueOf(freeBytes / MEGABYTE);
        String reserve = String.valueOf(reserveMegabytes);
        if (freeBytes < reserveMegabytes * MEGABYTE) {
            return found.fail(Severity.CRITICAL, Text.of("disk.full", free, reserve), null);
        }
        if (freeBytes < EARLY * reserveMegabytes * MEGABYTE) {
            return found.warn(Severity.WARNING, Text.of("disk.low", free, reserve), null);
        }
        return found.pass(Text.of("disk.ok", free));
    }
}

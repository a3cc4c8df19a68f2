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

    /** A disk of which less is free, in per cent, fills up sooner than people think. */
    private static final int LITTLE = 15;

    private static final int SOME = 30;

    /** So much is room for years of letters, however small a share of a large disk it is. */
    private static final long PLENTY = 20_000 * MEGABYTE;

    private DiskCheck() {}

    /**
     * @param reserveMegabytes below which no letters are accepted
     */
    static Finding check(Room room, int reserveMegabytes, Instant now) {
        Observation found =
                Observation.onNas(
                        "disk",
                        Hop.NAS,
                        "free room for letters",
                        room.free() + " of " + room.total() + " bytes",
                        now);
        if (room.readOnly()) {
            return found.fail(Severity.CRITICAL, Text.of("disk.read-only"), null);
        }
        if (room.free() < 0) {
            return found.unknown(Severity.WARNING, Text.of("disk.unknown"));
        }
        String free = String.valueOf(room.free() / MEGABYTE);
        String reserve = String.valueOf(reserveMegabytes);
        if (room.free() < reserveMegabytes * MEGABYTE) {
            return found.fail(Severity.CRITICAL, Text.of("disk.full", free, reserve), null);
        }
        if (room.free() < EARLY * reserveMegabytes * MEGABYTE) {
            return found.warn(Severity.WARNING, Text.of("disk.low", free, reserve), null);
        }
        if (room.share() < SOME && room.free() < PLENTY) {
            return found.warn(
                    room.share() < LITTLE ? Severity.WARNING : Severity.INFORMATION,
                    Text.of("disk.share", room.share(), free),
                    null);
        }
        return found.pass(Text.of("disk.ok", free));
    }
}

package org.mailstation.daemon.status;

import java.time.Instant;
import java.util.Optional;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Has the NAS memory left? What it uses to remember files counts as free, since it gives that away
 * when programs ask.
 */
final class MemoryCheck {
    private static final int SOME = 20;
    private static final int LITTLE = 10;
    private static final long KILOBYTES_IN_MEGABYTE = 1024;

    private final Box box;
    private final long killedBefore;

    /** From now on it is counted how often the system ends programs for lack of memory. */
    MemoryCheck(Box box) {
        this.box = box;
        this.killedBefore = killed();
    }

    /** Nothing where the system does not tell. */
    Optional<Finding> check(Instant now) {
        long total = number("proc/meminfo", "MemTotal:");
        long available = number("proc/meminfo", "MemAvailable:");
        if (total <= 0 || available < 0) {
            return Optional.empty();
        }
        long share = available * 100 / total;
        long killed = killed() - killedBefore;
        Observation found =
                Observation.onNas(
                        "memory",
                        Hop.NAS,
                        "available memory, programs ended for lack of it since the start",
                        available + " of " + total + " kB, " + killed,
                        now);
        if (killed > 0) {
            return Optional.of(
                    found.warn(Severity.WARNING, Text.of("memory.killed", killed), null));
        }
        String megabytes = String.valueOf(available / KILOBYTES_IN_MEGABYTE);
        if (share < SOME) {
            return Optional.of(
                    found.warn(
                            share < LITTLE ? Severity.WARNING : Severity.INFORMATION,
                            Text.of("memory.low", megabytes, share),
                            null));
        }
        return Optional.of(found.pass(Text.of("memory.ok", megabytes)));
    }

    private long killed() {
        return Math.max(0, number("proc/vmstat", "oom_kill "));
    }

    private long number(String file, String label) {
        return box.lines(file).stream()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).replaceAll("[^0-9]", ""))
                .filter(digits -> !digits.isEmpty())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }
}

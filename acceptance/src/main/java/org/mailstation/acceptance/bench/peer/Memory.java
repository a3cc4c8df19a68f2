package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Memory of a server with all its processes, in octets.
 *
 * @param proportional what is shared is divided among those who share it (PSS)
 * @param resident what is shared counts for everybody (RSS)
 * @param own without pages of files, which the system drops when memory is short
 */
public record Memory(long proportional, long resident, long own) {
    private static final long KILO = 1024;

    static Memory of(Stream<ProcessHandle> processes) throws IOException {
        long proportional = 0;
        long resident = 0;
        long own = 0;
        for (ProcessHandle process : processes.toList()) {
            Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            List<String> lines;
            try {
                lines = Files.readAllLines(rollup);
            } catch (IOException ended) {
                if (process.isAlive()) {
                    throw ended;
                }
                continue;
            }
            proportional += figure(lines, "Pss:");
            resident += figure(lines, "Rss:");
            own += figure(lines, "Anonymous:");
        }
        return new Memory(proportional, resident, own);
    }

    /** The kilobytes behind that name, as octets. */
    static long figure(List<String> lines, String name) {
        for (String line : lines) {
            if (line.startsWith(name)) {
                String value = line.substring(name.length(), line.length() - "kB".length());
                return Long.parseLong(value.strip()) * KILO;
            }
        }
        return 0;
    }
}

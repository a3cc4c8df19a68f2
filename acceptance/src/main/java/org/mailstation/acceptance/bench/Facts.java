package org.mailstation.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailstation.acceptance.bench.peer.Peer;

/** What one must know of the computer to judge the figures. */
final class Facts {
    private static final double GIGABYTE = 1e6; // of kilobytes

    private Facts() {}

    static Map<String, String> of(Path folder, List<Peer> peers, Clock clock)
            throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString());
        for (Peer peer : peers) {
            facts.put(peer.name(), peer.version());
        }
        facts.put("Java", System.getProperty("java.vendor") + " " + Runtime.version());
        int cores = Runtime.getRuntime().availableProcessors();
        facts.put("processor", cores + " cores, " + field("/proc/cpuinfo", "model name"));
        double kilobytes =
                Double.parseDouble(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", ""));
        facts.put("memory", String.format(Locale.ROOT, "%.1f GB", kilobytes / GIGABYTE));
        facts.put("file system", Files.getFileStore(folder).type());
        double sync = DiskSync.millis(folder);
        facts.put(
                "one sync of 10 kB",
                String.format(Locale.ROOT, "%.2f ms, so %.0f/s", sync, 1000 / sync));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return facts;
    }

    /** The value of the first line {@code name : value}. */
    static String field(String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of(file))) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equals(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return "?";
    }
}

package org.mailstation.daemon.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailstation.control.ProcessStatus;

/** What this process costs, from {@code /proc/self/status} and the JVM. */
final class ProcessFigures {
    private ProcessFigures() {}

    /**
     * @param procStatus a file like {@code /proc/self/status}; missing where the system has none
     * @param letters a folder on the disk where the letters lie
     */
    static ProcessStatus read(Path procStatus, Path letters) {
        Runtime jvm = Runtime.getRuntime();
        String text = text(procStatus);
        long kilobytes = number(text, "VmRSS:");
        return new ProcessStatus(
                kilobytes < 0 ? -1 : kilobytes * 1024,
                jvm.totalMemory() - jvm.freeMemory(),
                free(letters),
                Math.toIntExact(number(text, "Threads:")));
    }

    private static String text(Path procStatus) {
        try {
            return Files.readString(procStatus);
        } catch (IOException noProc) {
            // -1 says that the system does not tell
            return "";
        }
    }

    private static long free(Path letters) {
        try {
            return Files.getFileStore(letters).getUsableSpace();
        } catch (IOException unreachable) {
            // -1 becomes the finding "could not tell"
            return -1;
        }
    }

    private static long number(String text, String label) {
        return text.lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }
}

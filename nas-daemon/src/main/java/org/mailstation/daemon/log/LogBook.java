package org.mailstation.daemon.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.LogLines;

/** Reads the newest lines of the log, across the file that was begun last and the one before. */
public final class LogBook {
    /** So that an answer stays far below the largest message. */
    private static final int MOST_BYTES = 1_000_000;

    private final List<Path> newestFirst;

    public LogBook(Path logs) {
        this.newestFirst = List.of(logs.resolve(LogSetup.FILE), logs.resolve(LogSetup.BEFORE));
    }

    /**
     * @param most at most so many lines; fewer if they are more than about one megabyte
     */
    public LogLines tail(int most) {
        List<String> lines = new ArrayList<>();
        try {
            for (Path file : newestFirst) {
                if (lines.size() < most && Files.isRegularFile(file)) {
                    lines.addAll(0, lastLines(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new LogLines(newest(lines, most));
    }

    private static List<String> newest(List<String> lines, int most) {
        long bytes = 0;
        int from = lines.size();
        while (from > 0 && lines.size() - from < most) {
            bytes += lines.get(from - 1).length() + 1L;
            if (bytes > MOST_BYTES) {
                break;
            }
            from--;
        }
        return lines.subList(from, lines.size());
    }

    /** The last part of a file as whole lines. */
    private static List<String> lastLines(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, in.length() - MOST_BYTES);
            byte[] part = new byte[Math.toIntExact(in.length() - start)];
            in.seek(start);
            in.readFully(part);
            List<String> lines = new String(part, StandardCharsets.UTF_8).lines().toList();
            return start == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        }
    }
}

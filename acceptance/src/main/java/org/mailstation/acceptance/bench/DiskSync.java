package org.mailstation.acceptance.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Figures;

/**
 * How long the disk takes to make 10 kB durable where room was taken before: what a server that
 * loses nothing needs at the least for one letter that comes by itself.
 */
final class DiskSync {
    private static final int LETTER = 10_000;
    private static final int TIMES = 200;

    private DiskSync() {}

    /**
     * The median of many, in milliseconds.
     *
     * @param folder on the disk that is meant
     */
    static double millis(Path folder) throws IOException {
        Path file = folder.resolve("disk-sync");
        try (FileChannel disk =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            disk.write(ByteBuffer.allocate(LETTER * TIMES), 0);
            disk.force(true);
            List<Double> all = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                disk.write(ByteBuffer.allocate(LETTER), (long) i * LETTER);
                long begun = System.nanoTime();
                disk.force(false);
                all.add((System.nanoTime() - begun) / 1e6);
            }
            return Figures.median(all);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

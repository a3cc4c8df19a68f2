package org.mailstation.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the start cache of a daemon: {@code PROGRAM-FOLDER}. The cache is then in {@code
 * lib/mailstationd.aot} below it, and holds for the Java and the very jars of that folder.
 */
public final class Main {
    private static final int ATTEMPTS = 2;

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 1) {
            System.err.println("Usage: rehearsal PROGRAM-FOLDER");
            System.exit(2);
        }
        Path program = Path.of(args[0]).toAbsolutePath();
        long begun = System.nanoTime();
        Path cache = rehearse(program);
        if (cache == null) {
            System.err.println("WARNING: no start cache was made; the daemon works without it");
        } else {
            System.out.printf(
                    "start cache: %d bytes in %d s%n",
                    Files.size(cache), (System.nanoTime() - begun) / 1_000_000_000);
        }
    }

    /**
     * Tries it a second time if it fails, as much may happen on a busy computer.
     *
     * @return the cache, or {@code null} if there is none
     */
    static @Nullable Path rehearse(Path program) throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Path work = Files.createTempDirectory("rehearsal");
            try {
                return rehearse(program, work);
            } catch (IOException | IllegalStateException failure) {
                System.err.println("Rehearsal " + attempt + " failed: " + failure);
            } finally {
                remove(work);
            }
        }
        Files.deleteIfExists(cache(program));
        return null;
    }

    private static Path cache(Path program) {
        return program.resolve("lib/mailstationd.aot");
    }

    /**
     * Makes the cache.
     *
     * @param work an empty folder for the daemon's data
     * @return the cache
     * @throws IOException if the daemon does not do what it should, or Java made no cache
     */
    static Path rehearse(Path program, Path work) throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        Path cache = cache(program);
        Files.deleteIfExists(cache);
        Station.prepare(program, work, password);
        try (Station station =
                Station.start(
                        program,
                        work,
                        List.of("-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache))) {
            new Session(station.ports(), Station.USER, password).run();
            station.end();
        }
        if (!Files.exists(cache)) {
            throw new IOException("Java made no cache; the daemon said: " + Station.said(work));
        }
        return cache;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path entry : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}

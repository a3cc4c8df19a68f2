package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole station that was brought back: it lies in {@code restored/} from the moment when all of
 * it is there, and takes its place before anything is opened. Each step is one rename, so that a
 * start that was cut off goes on where it was.
 */
public final class Arrived {
    private static final Logger LOG = LoggerFactory.getLogger(Arrived.class);
    private static final String WHOLE = "restored";
    private static final String UNFINISHED = "restored.part";
    private static final String BEFORE = "before-restore-";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Arrived() {}

    /** Whether a folder has to do with bringing back, and belongs into no backup. */
    static boolean isOurs(String name) {
        return name.equals(WHOLE) || name.equals(UNFINISHED) || name.startsWith(BEFORE);
    }

    /** An empty folder for what is being brought. */
    static Path begin(Path root) throws IOException {
        Path folder = root.resolve(UNFINISHED);
        removeTree(folder);
        return Files.createDirectory(folder);
    }

    /** All of it is there and on the disk. */
    static void finish(Path root) throws IOException {
        removeTree(root.resolve(WHOLE));
        Files.move(root.resolve(UNFINISHED), root.resolve(WHOLE), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Puts what has arrived in place. What was there before is kept in {@code before-restore-…}.
     * The log and the folder of the process stay.
     *
     * @return whether anything had arrived
     */
    public static boolean settle(Path root, Clock clock) throws IOException {
        Path arrived = root.resolve(WHOLE);
        removeTree(root.resolve(UNFINISHED));
        if (!Files.isDirectory(arrived)) {
            return false;
        }
        Path before = root.resolve(BEFORE + STAMP.format(clock.instant()));
        for (Path entry : entries(arrived)) {
            Path place = root.resolve(entry.getFileName());
            if (Files.exists(place)) {
                Files.createDirectories(before);
                Files.move(place, before.resolve(entry.getFileName()));
            }
            Files.move(entry, place, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(arrived);
        LOG.info("A station was brought back from a backup; what was here before is in {}", before);
        return true;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    static void removeTree(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

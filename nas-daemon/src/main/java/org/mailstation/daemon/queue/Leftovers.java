package org.mailstation.daemon.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mailstation.daemon.store.disk.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that an interrupted run has left in a queue's folder. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Path folder;
    private final Disk disk;
    private final Together together;

    Leftovers(Path folder, Disk disk, Together together) {
        this.folder = folder;
        this.disk = disk;
        this.together = together;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Finishes what was decided, and takes back what was not. */
    void tidy() throws IOException {
        together.finish(files(folder));
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(QueueFolder.UNFINISHED)
                    || (name.endsWith(QueueFolder.LETTER) && lacksEnvelope(name))) {
                LOG.info("Removing {}, which was never accepted completely", file);
                disk.delete(file);
            }
        }
    }

    private boolean lacksEnvelope(String letterName) {
        String id = letterName.substring(0, letterName.length() - QueueFolder.LETTER.length());
        return !Files.exists(folder.resolve(id + QueueFolder.ENVELOPE));
    }
}

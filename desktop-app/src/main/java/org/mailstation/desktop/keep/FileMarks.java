package org.mailstation.desktop.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.files.StationFile;
import org.mailstation.desktop.flow.Meanwhile;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of each station's history was seen here: a small file a station. One that cannot be read
 * is as none: nothing is told twice, then.
 *
 * @param folder of the files; made when something is kept
 */
public record FileMarks(Path folder) implements Meanwhile.Marks {
    private static final Logger LOG = LoggerFactory.getLogger(FileMarks.class);

    @Override
    public @Nullable Instant of(String station) {
        try {
            return Instant.parse(Files.readString(file(station)).strip());
        } catch (IOException | DateTimeException none) {
            LOG.debug("It is not known what was seen of {}", station, none);
            return null;
        }
    }

    @Override
    public void keep(String station, Instant newest) {
        try {
            AtomicFile.writeWithFolders(file(station), newest + "\n");
        } catch (IOException unwritable) {
            LOG.warn("What was seen of {} is not remembered", station, unwritable);
        }
    }

    /** Remembers nothing of it any more. */
    public void forget(String station) throws IOException {
        Files.deleteIfExists(file(station));
    }

    private Path file(String station) {
        return folder.resolve(StationFile.name(station, ".seen"));
    }
}

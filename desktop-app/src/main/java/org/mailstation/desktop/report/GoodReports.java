package org.mailstation.desktop.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.files.StationFile;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each station was like when nothing was wrong last: one small file a station. That it cannot
 * be read or written is nobody's trouble.
 *
 * @param folder of the files; made when something is kept
 */
public record GoodReports(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(GoodReports.class);

    /**
     * @param station its address, as the person calls it
     */
    @Nullable Snapshot last(String station) {
        try {
            Snapshot kept = ControlJson.read(Files.readString(file(station)), Snapshot.class);
            return kept.station().equals(station) ? kept : null;
        } catch (IOException | IllegalArgumentException none) {
            LOG.debug("No good report of {} is known", station, none);
            return null;
        }
    }

    /** Instead of the one before. */
    void keep(Snapshot good) {
        try {
            AtomicFile.writeWithFolders(file(good.station()), ControlJson.write(good));
        } catch (IOException unwritable) {
            LOG.warn("The good report of {} is not kept", good.station(), unwritable);
        }
    }

    /** Remembers nothing of it any more. */
    public void forget(String station) throws IOException {
        Files.deleteIfExists(file(station));
    }

    private Path file(String station) {
        return folder.resolve(StationFile.name(station, ".json"));
    }
}

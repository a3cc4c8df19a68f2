package org.mailstation.daemon.ddns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.mailstation.control.ControlJson;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a {@link DdnsMemory} outlives the process; its owner's only. */
record MemoryFile(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryFile.class);

    /** Without the file, or with a damaged one, nothing is known: at worst one update too many. */
    DdnsMemory read() {
        try {
            return ControlJson.read(Files.readString(file), DdnsMemory.class);
        } catch (NoSuchFileException never) {
            // the ordinary case on a new station
            return DdnsMemory.fresh("", List.of());
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("What was known of DDNS cannot be read, and is found out again", damaged);
            return DdnsMemory.fresh("", List.of());
        }
    }

    /** A full disk must not keep the name at the wrong address. */
    void write(DdnsMemory memory) {
        try {
            AtomicFile.write(file, ControlJson.write(memory));
        } catch (IOException diskFull) {
            LOG.warn(
                    "What is known of DDNS cannot be kept: after a restart one update is sent too many",
                    diskFull);
        }
    }
}

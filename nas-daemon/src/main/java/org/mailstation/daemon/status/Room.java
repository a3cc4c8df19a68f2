package org.mailstation.daemon.status;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The room on the disk where the letters lie, in bytes.
 *
 * @param free for this program; negative: could not be told
 * @param total of the whole disk; 0: could not be told
 * @param readOnly whether the system lets nobody write there
 */
record Room(long free, long total, boolean readOnly) {
    static final Room UNKNOWN = new Room(-1, 0, false);

    /** How much of it is free, in per cent. */
    long share() {
        return total <= 0 ? 100 : free * 100 / total;
    }

    static Room of(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            return new Room(disk.getUsableSpace(), disk.getTotalSpace(), disk.isReadOnly());
        } catch (IOException unreachable) {
            // becomes the finding "could not tell"
            return UNKNOWN;
        }
    }
}

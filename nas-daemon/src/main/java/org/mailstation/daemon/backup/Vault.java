package org.mailstation.daemon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A folder somewhere that backups lie in. Names are relative to it, with {@code /} between their
 * parts.
 */
public interface Vault extends AutoCloseable {
    /** What {@link #free} says where nobody can tell. */
    long UNKNOWN = Long.MAX_VALUE;

    /** Gives what is to be written. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** The names in a folder; none if it does not exist. */
    List<String> list(String folder) throws IOException;

    /**
     * @throws java.nio.file.NoSuchFileException if it does not exist
     */
    InputStream open(String name) throws IOException;

    /**
     * Writes a file with the folders on the way. It has its name only when all of it is on the
     * disk.
     */
    void put(String name, Source content) throws IOException;

    /** Does nothing if it does not exist. */
    void delete(String name) throws IOException;

    /** How many octets can be written. */
    long free() throws IOException;

    @Override
    void close();
}

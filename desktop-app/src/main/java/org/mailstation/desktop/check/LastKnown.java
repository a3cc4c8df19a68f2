package org.mailstation.desktop.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.StationIdentity;
import org.mailstation.desktop.files.StationFile;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the station told of itself the last time. It holds no secret and can be asked for again:
 * that it cannot be read or written is nobody's trouble.
 */
public final class LastKnown {
    private static final Logger LOG = LoggerFactory.getLogger(LastKnown.class);

    private final Path single;
    private final Path folder;

    /**
     * @param single file of versions that looked after one station only; it is still read
     */
    public LastKnown(Path single) {
        this.single = single;
        this.folder = single.resolveSibling("last-known");
    }

    /**
     * Of whom, and what; public, as it is written by reflection.
     *
     * @param line the home's address on the Internet, as this computer was last seen there; {@code
     *     null}: not known
     */
    public record Memory(String host, StationIdentity identity, @Nullable String line) {}

    /**
     * @param host by which the person calls the NAS: another one's memory does not count
     */
    @Nullable StationIdentity of(String host) {
        Memory memory = memory(host);
        return memory == null ? null : memory.identity();
    }

    /** The home's address on the Internet, as this computer was last seen there; else empty. */
    String line(String host) {
        Memory memory = memory(host);
        String line = memory == null ? null : memory.line();
        return line == null ? "" : line;
    }

    private @Nullable Memory memory(String host) {
        Memory own = memory(file(host), host);
        return own == null ? memory(single, host) : own;
    }

    private Path file(String host) {
        return folder.resolve(StationFile.name(host, ".json"));
    }

    private static @Nullable Memory memory(Path file, String host) {
        try {
            Memory memory = ControlJson.read(Files.readString(file), Memory.class);
            return memory.host().equals(host) ? memory : null;
        } catch (IOException | IllegalArgumentException none) {
            LOG.debug("Nothing is known of {} from before", host, none);
            return null;
        }
    }

    /**
     * @param line empty: it was not seen this time, and what was known of it stays
     */
    void remember(String host, StationIdentity identity, String line) {
        String kept = line.isEmpty() ? line(host) : line;
        try {
            AtomicFile.writeWithFolders(
                    file(host), ControlJson.write(new Memory(host, identity, kept)));
        } catch (IOException unwritable) {
            LOG.warn("What {} told of itself is not remembered", host, unwritable);
        }
    }

    /** Remembers nothing of it any more. */
    public void forget(String host) throws IOException {
        Files.deleteIfExists(file(host));
        if (memory(single, host) != null) {
            Files.deleteIfExists(single);
        }
    }
}

package org.mailstation.daemon.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.files.AtomicFile;

/**
 * Passwords and tokens that the station itself needs elsewhere. Each lies in a file of its own
 * (mode 0600). They can be put and replaced over the control interface, and are never handed out
 * there.
 */
public final class SecretStore {
    /** The names that exist: a name from outside never becomes a path. */
    public static final List<String> NAMES = List.of("relay", "ddns", "backup");

    private final Path folder;

    public SecretStore(DataFolder data) {
        this.folder = data.secrets();
    }

    /**
     * @return whether the name is one of {@link #NAMES}; if not, nothing was stored
     */
    public synchronized boolean put(String name, Secret value) throws IOException {
        if (!NAMES.contains(name)) {
            return false;
        }
        AtomicFile.write(folder.resolve(name), value.reveal().getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** For the station's own use, or {@code null} if none was put. */
    public synchronized @Nullable Secret read(String name) throws IOException {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no secret has this name");
        }
        try {
            return new Secret(Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException neverPut) {
            // the ordinary case on a new station
            return null;
        }
    }
}

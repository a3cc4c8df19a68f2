package org.mailstation.daemon.dkim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.files.AtomicFile;

/** Where the keys lie: one file, its owner's only, so that they change together or not at all. */
record KeyRingFile(Path file) {
    /**
     * The keys, or {@code null} if none were made yet.
     *
     * @throws IOException if there is a file that cannot be used; nothing of it is in the exception
     */
    @Nullable KeyRing read() throws IOException {
        try {
            return ControlJson.read(Files.readString(file), StoredKeys.class).ring();
        } catch (NoSuchFileException never) {
            // the ordinary case on a new station
            return null;
        } catch (IllegalArgumentException | GeneralSecurityException damaged) {
            throw new IOException(file.getFileName() + " is damaged");
        }
    }

    void write(KeyRing ring) throws IOException {
        AtomicFile.write(file, ControlJson.write(StoredKeys.of(ring)));
    }
}

package org.mailstation.daemon.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.files.AtomicFile;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of the last attempts, as it lies on the disk: an authority that is asked too often
 * gives nothing for days.
 *
 * @param name that a certificate was wanted for
 * @param failures in a row
 * @param tried when the last attempt ended
 * @param notBefore when the next one may begin
 * @param reason why there is none, or {@code null} if it worked
 * @param technically the same in the authority's words
 * @param isForbidden whether the authority itself said when it may be asked again
 */
public record AcmeMemory(
        String name,
        int failures,
        @Nullable Instant tried,
        @Nullable Instant notBefore,
        @Nullable Text reason,
        String technically,
        boolean isForbidden) {
    private static final Logger LOG = LoggerFactory.getLogger(AcmeMemory.class);

    static AcmeMemory fresh(String name) {
        return new AcmeMemory(name, 0, null, null, null, "", false);
    }

    /** Without the file, or with a damaged one, nothing is known. */
    static AcmeMemory read(Path file) {
        try {
            return ControlJson.read(Files.readString(file), AcmeMemory.class);
        } catch (NoSuchFileException never) {
            return fresh("");
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("What was known of fetching certificates cannot be read", damaged);
            return fresh("");
        }
    }

    void write(Path file) {
        try {
            AtomicFile.write(file, ControlJson.write(this));
        } catch (IOException diskFull) {
            LOG.warn("What is known of fetching certificates cannot be kept", diskFull);
        }
    }
}

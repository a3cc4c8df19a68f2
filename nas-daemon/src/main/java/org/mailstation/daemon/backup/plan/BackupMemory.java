package org.mailstation.daemon.backup.plan;

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
 * What came of the backups at one place, as it lies on the disk, so that a restart makes none too
 * many. Public, as it is written by reflection.
 *
 * @param to the place
 * @param last date of the last one that is whole, or {@code null}
 * @param missing letters whose file was gone from the station's disk then
 * @param failures since then, in a row
 * @param failed when the last of these was, or {@code null}
 * @param reason of that, or {@code null}
 * @param notBefore when the next attempt may begin, or {@code null}: when it is due
 */
public record BackupMemory(
        String to,
        @Nullable Instant last,
        long missing,
        int failures,
        @Nullable Instant failed,
        @Nullable Text reason,
        @Nullable Instant notBefore) {
    private static final Logger LOG = LoggerFactory.getLogger(BackupMemory.class);

    static BackupMemory fresh(String to) {
        return new BackupMemory(to, null, 0, 0, null, null, null);
    }

    static BackupMemory good(String to, Instant date, long missing) {
        return new BackupMemory(to, date, missing, 0, null, null, null);
    }

    BackupMemory after(Instant failed, Text reason, Instant notBefore) {
        return new BackupMemory(to, last, missing, failures + 1, failed, reason, notBefore);
    }

    BackupMemory waitingUntil(Instant moment) {
        return new BackupMemory(to, last, missing, failures, failed, reason, moment);
    }

    /** Without the file, or with a damaged one, nothing is known. */
    static BackupMemory read(Path file) {
        try {
            return ControlJson.read(Files.readString(file), BackupMemory.class);
        } catch (NoSuchFileException never) {
            return fresh("");
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("What was known of the backups cannot be read", damaged);
            return fresh("");
        }
    }

    void write(Path file) {
        try {
            AtomicFile.write(file, ControlJson.write(this));
        } catch (IOException diskFull) {
            LOG.warn("What is known of the backups cannot be kept", diskFull);
        }
    }
}

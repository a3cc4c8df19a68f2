package org.mailstation.daemon.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which one sees that files have changed, without reading them.
 *
 * @param keys who they are for the file system, where it tells
 * @param sizes in bytes
 */
record Stamp(List<Instant> changed, List<Long> sizes, List<String> keys) {
    /** {@code null} if one of the files is not there. */
    static @Nullable Stamp of(Path... files) {
        List<Instant> changed = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        try {
            for (Path file : files) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                changed.add(now.lastModifiedTime().toInstant());
                sizes.add(now.size());
                keys.add(String.valueOf(now.fileKey()));
            }
            return new Stamp(changed, sizes, keys);
        } catch (IOException gone) {
            return null;
        }
    }

    /** Whether one of them was written after that moment. */
    boolean isYoungerThan(Instant moment) {
        return changed.stream().anyMatch(moment::isBefore);
    }
}

package org.mailstation.daemon.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The computer that the station lives on, as far as its files tell of it; nothing is ever written.
 *
 * @param root {@code /}, or in a test a picture of another box
 */
public record Box(Path root) {
    public static final Box THIS = new Box(Path.of("/"));

    /** More than any file that is looked at has. */
    private static final int MOST_BYTES = 1 << 20;

    /**
     * @param file without the first slash, for example {@code proc/mdstat}
     */
    public Path path(String file) {
        return root.resolve(file);
    }

    public boolean has(String file) {
        return Files.exists(path(file));
    }

    /** What is in it; nothing if there is no such file or it is not ours to read. */
    public Optional<String> text(String file) {
        try (InputStream in = Files.newInputStream(path(file))) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1));
        } catch (IOException missingOrNotOurs) {
            // the caller says "could not tell" or "not here"
            return Optional.empty();
        }
    }

    /** Its lines, none if it cannot be read. */
    public List<String> lines(String file) {
        return text(file).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** Whether it is a Synology with its own system. */
    public boolean isDiskStation() {
        return has("etc.defaults/synoinfo.conf");
    }
}

package org.mailstation.desktop.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailstation.desktop.install.ReleaseName;
import org.mailstation.files.AtomicFile;

/**
 * Where newer versions may lie: a file or a folder that the person pointed to. Nobody on the
 * Internet is asked.
 */
public final class UpdatePlace {
    private final Path pointer;
    private final Path usual;

    /**
     * @param pointer file that keeps what the person said; may be missing
     * @param usual where to look as long as nobody said anything
     */
    public UpdatePlace(Path pointer, Path usual) {
        this.pointer = pointer;
        this.usual = usual;
    }

    /** What the person said; empty: nothing. */
    public String said() throws IOException {
        try {
            return Files.readString(pointer).strip();
        } catch (NoSuchFileException nothing) {
            return "";
        }
    }

    /**
     * Looks there from now on.
     *
     * @param place empty: where it usually is
     * @return whether anything is there; if not, nothing was changed
     */
    public boolean point(String place) throws IOException {
        if (place.isBlank()) {
            Files.deleteIfExists(pointer);
            return true;
        }
        try {
            if (!Files.exists(Path.of(place.strip()))) {
                return false;
            }
        } catch (InvalidPathException noPath) {
            return false;
        }
        AtomicFile.writeWithFolders(pointer, place.strip() + "\n");
        return true;
    }

    /** Where to look; what cannot be read counts as nothing. */
    public Path now() {
        try {
            String said = said();
            return said.isEmpty() ? usual : Path.of(said);
        } catch (IOException | InvalidPathException unreadable) {
            return usual;
        }
    }

    /**
     * The version that lies there, if it is newer.
     *
     * @param running for example {@code 0.1.0}
     */
    public Optional<String> newerThan(String running) {
        return newest(now()).filter(it -> it.isNewerThan(running)).map(ReleaseName::version);
    }

    /** The newest version in a folder, or that of a file; empty: there is none. */
    static Optional<ReleaseName> newest(Path place) {
        return names(place).stream()
                .flatMap(name -> ReleaseName.of(name).stream())
                .max(Comparator.naturalOrder());
    }

    private static List<String> names(Path place) {
        if (!Files.exists(place)) {
            return List.of();
        }
        if (!Files.isDirectory(place)) {
            return List.of(String.valueOf(place.getFileName()));
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            return names;
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}

package org.mailstation.desktop.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.files.StationFile;
import org.mailstation.desktop.flow.Unfinished;
import org.mailstation.desktop.flow.UnfinishedStore;
import org.mailstation.files.AtomicFile;

/** One JSON file for each station, readable by its owner only. */
public final class FileUnfinishedStore implements UnfinishedStore {

    private final Path folder;

    public FileUnfinishedStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Unfinished> load(String station) throws IOException {
        Path file = file(station);
        try {
            Unfinished kept = ControlJson.read(Files.readString(file), Unfinished.class);
            return kept.station().equals(station) ? Optional.of(kept) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException | NullPointerException strange) {
            Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
            AtomicFile.move(file, aside);
            throw new IOException("not understood, now in " + aside, strange);
        }
    }

    @Override
    public void save(Unfinished now) throws IOException {
        AtomicFile.writeWithFolders(file(now.station()), ControlJson.write(now));
    }

    @Override
    public void forget(String station) throws IOException {
        Files.deleteIfExists(file(station));
    }

    private Path file(String station) {
        return folder.resolve(StationFile.name(station, ".json"));
    }
}

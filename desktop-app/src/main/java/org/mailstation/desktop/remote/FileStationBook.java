package org.mailstation.desktop.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailstation.desktop.files.StationFile;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stations in small properties files: one for each, and a further one that holds the latest.
 * That one alone is what versions knew that looked after a single station; so it needs no moving,
 * and those versions still read it. Each change is made in an order in which no station is lost
 * when the computer stops in between.
 */
public final class FileStationBook implements StationBook {

    private static final Logger LOG = LoggerFactory.getLogger(FileStationBook.class);
    private static final String ENDING = ".properties";

    private final Path latest;
    private final Path folder;

    /**
     * @param latest file of the station that was signed in to last
     * @param folder for a file of each
     */
    public FileStationBook(Path latest, Path folder) {
        this.latest = latest;
        this.folder = folder;
    }

    @Override
    public Optional<StationProfile> load() throws IOException {
        return read(latest);
    }

    @Override
    public synchronized List<StationProfile> all() throws IOException {
        Map<String, StationProfile> known = new LinkedHashMap<>();
        List<IOException> damaged = new ArrayList<>();
        for (Path file : files()) {
            try {
                read(file).ifPresent(it -> known.putIfAbsent(it.target().address(), it));
            } catch (IOException unreadable) {
                LOG.warn("A station cannot be read from {}", file, unreadable);
                damaged.add(unreadable);
            }
        }
        if (known.isEmpty() && !damaged.isEmpty()) {
            throw damaged.getFirst();
        }
        return List.copyOf(known.values());
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(latest);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> each = Files.list(folder)) {
                each.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(files::add);
            }
        }
        return files;
    }

    @Override
    public synchronized void save(StationProfile profile) throws IOException {
        keepLatest(profile.target().address());
        write(file(profile.target()), profile);
        write(latest, profile);
    }

    /** The latest one may stand nowhere else yet, or be damaged: neither is overwritten. */
    private void keepLatest(String next) throws IOException {
        try {
            StationProfile before = read(latest).orElse(null);
            if (before != null
                    && !before.target().address().equals(next)
                    && !Files.exists(file(before.target()))) {
                write(file(before.target()), before);
            }
        } catch (IOException damaged) {
            Path aside = latest.resolveSibling(latest.getFileName() + ".unreadable");
            LOG.warn("What cannot be read is now in {}", aside, damaged);
            AtomicFile.move(latest, aside);
        }
    }

    @Override
    public synchronized void forget(SshTarget target) throws IOException {
        List<StationProfile> others =
                all().stream()
                        .filter(it -> !it.target().address().equals(target.address()))
                        .toList();
        if (others.isEmpty()) {
            Files.deleteIfExists(latest);
        } else {
            write(latest, others.getFirst());
        }
        Files.deleteIfExists(file(target));
    }

    private Path file(SshTarget target) {
        return folder.resolve(StationFile.name(target.address(), ENDING));
    }

    private static Optional<StationProfile> read(Path file) throws IOException {
        return new FileProfileStore(file).load();
    }

    private static void write(Path file, StationProfile profile) throws IOException {
        new FileProfileStore(file).save(profile);
    }
}

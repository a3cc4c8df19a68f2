package org.mailstation.daemon.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.state.SavedRevision.Fate;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code config/station.toml} and its revisions. A new configuration is first staged, then either
 * kept or rolled back; whatever happens in between, {@link #load} finds the last one that was kept.
 * A file that a person edited is never overwritten: it is set aside.
 */
public final class ConfigStore {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigStore.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path file;
    private final RevisionFolder revisions;
    private final Function<String, Parsed<StationConfig>> reader;
    private final Clock clock;

    /**
     * @param reader text to configuration, with all its problems
     */
    public ConfigStore(
            DataFolder data, Function<String, Parsed<StationConfig>> reader, Clock clock) {
        this.file = data.stationToml();
        this.revisions = new RevisionFolder(data.revisions());
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What to run now, at the start of the process: the last kept revision, or {@code station.toml}
     * if a person edited it and it is fine. {@code null} if there is nothing that can be run.
     */
    public synchronized @Nullable Revision load() throws IOException {
        settleStaged();
        Revision kept = lastKept();
        return switch (fileState()) {
            case FileState.Edited() -> adopt();
            case FileState.Missing() -> {
                if (kept != null) {
                    AtomicFile.write(file, bytes(kept.toml()));
                }
                yield kept;
            }
            case FileState.AsSaved(), FileState.Broken(_), FileState.Unreadable(_) -> kept;
        };
    }

    /** Stores a configuration under a new number, without deciding about it. */
    public synchronized int stage(String toml) throws IOException {
        return revisions.stage(toml);
    }

    /** From now on this revision is the one that a restart brings back. */
    public synchronized void keep(int number) throws IOException {
        setAsideWhatAPersonEdited();
        AtomicFile.write(file, bytes(revisions.read(number, Fate.STAGED)));
        revisions.decide(number, Fate.KEPT);
        revisions.prune();
    }

    /**
     * The revision did not stand the test; its text stays among the revisions for whoever wants to
     * look.
     */
    public synchronized void rollBack(int number) throws IOException {
        revisions.decide(number, Fate.ROLLED_BACK);
    }

    /** All revisions that are still there, oldest first. */
    public synchronized List<SavedRevision> history() throws IOException {
        return revisions.list();
    }

    /** The text of a revision that was kept. */
    public synchronized String text(int number) throws IOException {
        return revisions.read(number, Fate.KEPT);
    }

    /** Whether somebody changed {@code station.toml} behind the daemon's back. */
    public synchronized FileState fileState() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException missing) {
            return new FileState.Missing();
        } catch (IOException unreadable) {
            return new FileState.Unreadable(unreadable.toString());
        }
        Integer kept = lastKeptNumber();
        boolean same = kept != null && text.equals(revisions.read(kept, Fate.KEPT));
        return switch (reader.apply(text)) {
            case Parsed.Valid<StationConfig>(_) ->
                    same ? new FileState.AsSaved() : new FileState.Edited();
            case Parsed.Invalid<StationConfig>(var problems) -> new FileState.Broken(problems);
        };
    }

    /**
     * A process that ended in the middle of an apply leaves a staged revision: it was kept if it
     * had already become the file.
     */
    private void settleStaged() throws IOException {
        for (SavedRevision revision : revisions.list()) {
            if (revision.fate() == Fate.STAGED) {
                boolean already =
                        Files.isRegularFile(file)
                                && Files.mismatch(file, revisions.stagedFile(revision.number()))
                                        == -1;
                LOG.info(
                        "Revision {} was left undecided: {}",
                        revision.number(),
                        already ? "kept" : "rolled back");
                revisions.decide(revision.number(), already ? Fate.KEPT : Fate.ROLLED_BACK);
            }
        }
    }

    private Revision adopt() throws IOException {
        int number = revisions.stage(Files.readString(file));
        revisions.decide(number, Fate.KEPT);
        LOG.info("station.toml was edited by hand: it is now revision {}", number);
        Revision adopted = parse(number);
        if (adopted == null) {
            throw new IOException("station.toml changed while it was read");
        }
        return adopted;
    }

    private @Nullable Integer lastKeptNumber() throws IOException {
        return revisions.list().stream()
                .filter(r -> r.fate() == Fate.KEPT)
                .map(SavedRevision::number)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** The newest kept revision that this version of the program can use. */
    private @Nullable Revision lastKept() throws IOException {
        for (SavedRevision saved : revisions.list().reversed()) {
            Revision revision = saved.fate() == Fate.KEPT ? parse(saved.number()) : null;
            if (revision != null) {
                return revision;
            }
        }
        return null;
    }

    private @Nullable Revision parse(int number) throws IOException {
        String toml = revisions.read(number, Fate.KEPT);
        return switch (reader.apply(toml)) {
            case Parsed.Valid<StationConfig>(var config) -> new Revision(number, toml, config);
            case Parsed.Invalid<StationConfig>(var problems) -> {
                LOG.warn("Revision {} cannot be used: {}", number, problems);
                yield null;
            }
        };
    }

    private void setAsideWhatAPersonEdited() throws IOException {
        switch (fileState()) {
            case FileState.Missing(), FileState.AsSaved() -> {}
            case FileState.Edited(), FileState.Broken(_), FileState.Unreadable(_) -> {
                Path aside =
                        file.resolveSibling(
                                "station.edited-" + STAMP.format(clock.instant()) + ".toml");
                AtomicFile.move(file, aside);
                LOG.warn(
                        "station.toml was edited by hand and not in use: it is now {}",
                        aside.getFileName());
            }
        }
    }

    private static byte[] bytes(String toml) {
        return toml.getBytes(StandardCharsets.UTF_8);
    }
}

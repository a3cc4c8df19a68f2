package org.mailstation.daemon.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailstation.daemon.state.SavedRevision.Fate;
import org.mailstation.files.AtomicFile;

/**
 * The files {@code revisions/0001.toml} and so on. The name says what became of a revision, so that
 * one rename decides it, and nothing else has to be kept in step: {@code 0004.staged.toml} becomes
 * {@code 0004.toml} or {@code 0004.rolled-back.toml}.
 */
final class RevisionFolder {
    /** How many revisions that ran are kept. */
    static final int KEEP = 50;

    private static final Pattern NAME =
            Pattern.compile("([0-9]{4,9})(\\.staged|\\.rolled-back|)\\.toml");

    private final Path folder;

    RevisionFolder(Path folder) {
        this.folder = folder;
    }

    /** All of them, lowest number first. */
    List<SavedRevision> list() throws IOException {
        List<SavedRevision> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(
                            new SavedRevision(
                                    Integer.parseInt(name.group(1)),
                                    fate(name.group(2)),
                                    Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        found.sort(Comparator.comparingInt(SavedRevision::number));
        return found;
    }

    /** Stores the text under the next number, which no revision ever had. */
    int stage(String toml) throws IOException {
        List<SavedRevision> all = list();
        int number = all.isEmpty() ? 1 : all.getLast().number() + 1;
        AtomicFile.write(file(number, Fate.STAGED), toml.getBytes(StandardCharsets.UTF_8));
        return number;
    }

    String read(int number, Fate fate) throws IOException {
        return Files.readString(file(number, fate));
    }

    Path stagedFile(int number) {
        return file(number, Fate.STAGED);
    }

    void decide(int number, Fate fate) throws IOException {
        AtomicFile.move(file(number, Fate.STAGED), file(number, fate));
    }

    /** Drops the oldest. The highest number always stays: the count goes on from there. */
    void prune() throws IOException {
        List<SavedRevision> all = list();
        List<SavedRevision> kept = all.stream().filter(r -> r.fate() == Fate.KEPT).toList();
        if (kept.size() <= KEEP) {
            return;
        }
        int oldest = kept.get(kept.size() - KEEP).number();
        for (SavedRevision revision : all) {
            if (revision.number() < oldest) {
                Files.deleteIfExists(file(revision.number(), revision.fate()));
            }
        }
    }

    private Path file(int number, Fate fate) {
        String middle =
                switch (fate) {
                    case KEPT -> "";
                    case STAGED -> ".staged";
                    case ROLLED_BACK -> ".rolled-back";
                };
        return folder.resolve("%04d%s.toml".formatted(number, middle));
    }

    private static Fate fate(String middle) {
        return switch (middle) {
            case ".staged" -> Fate.STAGED;
            case ".rolled-back" -> Fate.ROLLED_BACK;
            default -> Fate.KEPT;
        };
    }
}

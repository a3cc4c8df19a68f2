package org.mailstation.daemon.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history, in a small file that outlasts the process. Used by one thread at a time. */
final class WatchBook {
    private static final Logger LOG = LoggerFactory.getLogger(WatchBook.class);

    /** Of years, as long as nothing comes and goes all the time. */
    static final int MOST = 200;

    /**
     * @param begun whether the station was looked at before: what is wrong then is no change
     * @param notes the newest first
     */
    public record Kept(boolean begun, List<Trouble> troubles, List<WatchNote> notes) {
        public Kept {
            troubles = List.copyOf(troubles);
            notes = List.copyOf(notes);
        }
    }

    private final Path file;
    private Kept kept;

    WatchBook(Path file) {
        this.file = file;
        this.kept = read(file);
    }

    private static Kept read(Path file) {
        try {
            return ControlJson.read(Files.readString(file), Kept.class);
        } catch (NoSuchFileException first) {
            LOG.debug("There is no {} yet", file);
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("{} cannot be read; the history begins anew", file, damaged);
        }
        return new Kept(false, List.of(), List.of());
    }

    Kept kept() {
        return kept;
    }

    /** From now on this is how it is. */
    void settle(Troubles now) {
        write(new Kept(true, now.all(), kept.notes()));
    }

    void add(Troubles now, WatchNote note) {
        List<WatchNote> notes = new ArrayList<>(kept.notes());
        notes.addFirst(note);
        write(new Kept(true, now.all(), notes.subList(0, Math.min(MOST, notes.size()))));
    }

    /** Those whose letter was kept back, the oldest first. */
    List<WatchNote> keptBack() {
        return kept.notes().reversed().stream()
                .filter(note -> note.letter() == WatchNote.Letter.KEPT_BACK)
                .toList();
    }

    /** What became of the letters that were kept back. */
    void release(WatchNote.Letter how) {
        write(
                new Kept(
                        kept.begun(),
                        kept.troubles(),
                        kept.notes().stream()
                                .map(
                                        note ->
                                                note.letter() == WatchNote.Letter.KEPT_BACK
                                                        ? note.with(how)
                                                        : note)
                                .toList()));
    }

    private void write(Kept other) {
        kept = other;
        try {
            AtomicFile.write(file, ControlJson.write(other));
        } catch (IOException diskFull) {
            LOG.warn("{} cannot be written", file, diskFull);
        }
    }
}

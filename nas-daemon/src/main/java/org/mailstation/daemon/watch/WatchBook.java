package org.mailstation.daemon.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.files.AtomicFile;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history, in a small file that outlasts the process. Used by one thread at a time. */
final class WatchBook {
    private static final Logger LOG = LoggerFactory.getLogger(WatchBook.class);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Of years, as long as nothing comes and goes all the time; some hundred kilobytes. */
    static final int MOST = 200;

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    /** Letters to the owner within an hour, and within a day. */
    static final int AN_HOUR = 4;

    static final int A_DAY = 12;

    /**
     * @param begun whether the station was looked at before: what is wrong then is no change
     * @param notes the newest first
     * @param letters when the latest of them were written; {@code null}: none yet
     * @param elsewhere which of the troubles are of checks that ask others; {@code null}: none
     * @param looked when everything was looked at last; {@code null}: not yet
     */
    public record Kept(
            boolean begun,
            List<Trouble> troubles,
            List<WatchNote> notes,
            @Nullable List<Instant> letters,
            @Nullable List<String> elsewhere,
            @Nullable Instant looked) {
        static final Kept NOTHING = new Kept(false, List.of(), List.of(), null, null, null);

        public Kept {
            troubles = List.copyOf(troubles);
            notes = List.copyOf(notes);
            letters = letters == null ? List.of() : List.copyOf(letters);
        }

        List<Instant> written() {
            return letters == null ? List.of() : letters;
        }

        Set<String> others() {
            return elsewhere == null ? Set.of() : Set.copyOf(elsewhere);
        }

        Kept with(List<WatchNote> now, List<Instant> written) {
            return new Kept(begun, troubles, now, written, elsewhere, looked);
        }

        Kept seeing(Troubles now, List<WatchNote> said, Set<String> asked) {
            List<String> others = now.byCheck().keySet().stream().filter(asked::contains).toList();
            return new Kept(true, now.all(), said, letters, others, looked);
        }
    }

    private final Path file;
    private final Path aside;
    private Kept kept;

    /** What lies there must not be lost. */
    private boolean untouchable;

    WatchBook(Path file) {
        this.file = file;
        this.aside = file.resolveSibling(file.getFileName() + ".damaged");
        this.kept = read();
    }

    private Kept read() {
        try {
            return ControlJson.read(Files.readString(file), Kept.class);
        } catch (NoSuchFileException first) {
            LOG.debug("There is no {} yet", file);
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("{} cannot be read; it is put aside, and a new one begins", file, damaged);
            putAside();
        }
        return Kept.NOTHING;
    }

    private void putAside() {
        try {
            AtomicFile.move(file, aside);
        } catch (IOException impossible) {
            LOG.warn("{} cannot be put aside; the history is not written", file, impossible);
            untouchable = true;
        }
    }

    Kept kept() {
        return kept;
    }

    /** That a history was lost, as long as what is left of it lies there. */
    @Nullable Text lost() {
        Path left = untouchable ? file : aside;
        try {
            Instant then = Files.getLastModifiedTime(left).toInstant();
            return Text.of("watch.lost", MINUTE.format(then.atZone(ZoneId.systemDefault())), left);
        } catch (IOException nothingThere) {
            return null;
        }
    }

    /**
     * From now on this is how it is.
     *
     * @param others the checks that ask others
     */
    void settle(Troubles now, Set<String> others) {
        write(kept.seeing(now, kept.notes(), others));
    }

    /** Everything was looked at. */
    void looked(@Nullable Instant at) {
        if (at != null && !at.equals(kept.looked())) {
            write(
                    new Kept(
                            kept.begun(),
                            kept.troubles(),
                            kept.notes(),
                            kept.letters(),
                            kept.elsewhere(),
                            at));
        }
    }

    void add(Troubles now, WatchNote note, Set<String> others) {
        List<WatchNote> notes = new ArrayList<>(kept.notes());
        notes.addFirst(note);
        write(kept.seeing(now, notes.subList(0, Math.min(MOST, notes.size())), others));
    }

    /** Those whose letter is still to be written, the oldest first. */
    List<WatchNote> owed() {
        return kept.notes().reversed().stream().filter(WatchNote::owed).toList();
    }

    /** Whether one more letter may be written. Those of a clock that was set back do not count. */
    boolean mayWrite(Instant now) {
        return within(HOUR, now) < AN_HOUR && within(DAY, now) < A_DAY;
    }

    private long within(Duration time, Instant now) {
        return kept.written().stream()
                .filter(at -> at.isAfter(now.minus(time)) && !at.isAfter(now))
                .count();
    }

    /** A letter about all that was owed was written. */
    void written(Instant now) {
        List<Instant> letters = new ArrayList<>(kept.written());
        letters.add(now);
        int old = Math.max(0, letters.size() - A_DAY);
        write(kept.with(marked(WatchNote.Letter.WRITTEN), letters.subList(old, letters.size())));
    }

    /** Why those that are owed are not written. */
    void mark(WatchNote.Letter why) {
        if (owed().stream().anyMatch(note -> note.letter() != why)) {
            write(kept.with(marked(why), kept.written()));
        }
    }

    private List<WatchNote> marked(WatchNote.Letter how) {
        return kept.notes().stream().map(note -> note.owed() ? note.with(how) : note).toList();
    }

    private void write(Kept other) {
        kept = other;
        if (untouchable) {
            return;
        }
        try {
            AtomicFile.write(file, ControlJson.write(other));
        } catch (IOException diskFull) {
            LOG.warn("{} cannot be written", file, diskFull);
        }
    }
}

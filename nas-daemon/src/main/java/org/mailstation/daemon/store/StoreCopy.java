package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.james.mailbox.exception.MailboxException;
import org.mailstation.daemon.store.commit.Compaction;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.index.Snapshot;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Frame;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Copies what the store knows, as it is at one moment, while letters come and go. The moment is the
 * end of the copy: first all letters that are listed are offered, then what the journal has got
 * meanwhile is followed until nothing is missing. A letter that is moved from one mailbox to
 * another meanwhile is found in the other. Nobody waits for it: a commit is only asked how long the
 * journal is.
 */
public final class StoreCopy {
    /** More than this cannot be followed in the memory that there is. */
    private static final int MOST_LATE = 50_000;

    private static final int MOST_ROUNDS = 20;

    private final Engine engine;
    private final Journal journal;
    private final Compaction compaction;
    private final Set<Place> removed = new HashSet<>();
    private final Set<Long> removedBoxes = new HashSet<>();
    private final Set<Place> unseen = new HashSet<>();
    private long sequence;

    /**
     * A letter.
     *
     * @param path relative to the store's folder
     */
    public record Letter(long box, long uid, long size, Path file, String path) {}

    /** Takes letters. */
    public interface Taking {
        /**
         * @return whether its file was there
         */
        boolean take(Letter letter) throws IOException;
    }

    StoreCopy(Engine engine, Journal journal, Compaction compaction) {
        this.engine = engine;
        this.journal = journal;
        this.compaction = compaction;
    }

    /**
     * Returns when every letter of the last moment was offered, apart from those whose file is
     * gone. May be called once.
     *
     * @param target file of the journal of the copy: together with the letters it is the store
     * @param listed gets the letters ordered by mailbox and number
     * @param late gets letters that came meanwhile, without order, and perhaps some again
     */
    public void run(Path target, Taking listed, Taking late) throws IOException {
        long from = between(true);
        try {
            Journal.replace(
                            new RealDisk(),
                            target,
                            frames -> {
                                sequence = Snapshot.write(engine.index(), frames, 0);
                                offer(listed);
                                follow(from, frames, late);
                            })
                    .close();
        } finally {
            compaction.release();
        }
    }

    /** Whether a letter that was offered had been removed again at the end. */
    public boolean isGone(long box, long uid) {
        return removedBoxes.contains(box) || removed.contains(new Place(box, uid));
    }

    /** How many letters are in a mailbox, but not on the disk. */
    public long missing() {
        return unseen.stream().filter(place -> !isGone(place.box(), place.uid())).count();
    }

    /** The journal's length between two commits. */
    private long between(boolean hold) throws IOException {
        try {
            return engine.run(
                    Scope.changing(Scope.CATALOGUE),
                    _ -> {
                        if (hold) {
                            compaction.hold();
                        }
                        return journal.length();
                    });
        } catch (MailboxException e) {
            throw new IOException("the store cannot be copied now", e);
        }
    }

    private void offer(Taking listed) throws IOException {
        for (BoxRecord box : engine.index().boxes()) {
            Iterator<LetterRecord> letters = engine.index().letters(box.id(), 1, Long.MAX_VALUE);
            while (letters.hasNext()) {
                LetterRecord letter = letters.next();
                offer(box, letter.uid(), letter.size(), listed);
            }
        }
    }

    private void offer(BoxRecord box, long uid, long size, Taking taking) throws IOException {
        Path file = engine.files().letter(box.folder(), uid);
        String path = engine.files().folder("").relativize(file).toString();
        if (!taking.take(new Letter(box.id(), uid, size, file, path))) {
            unseen.add(new Place(box.id(), uid));
        }
    }

    /** Until a round brings nothing new, or all that it brings was there. */
    private void follow(long from, Journal.Target frames, Taking late) throws IOException {
        long position = from;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long end = between(false);
            List<Change.PutLetter> added = read(position, end, frames);
            boolean quiet = end == position;
            position = end;
            for (Change.PutLetter one : added) {
                BoxRecord box = engine.index().box(one.box());
                if (isGone(one.box(), one.letter().uid())) {
                    continue;
                }
                if (box == null) {
                    unseen.add(new Place(one.box(), one.letter().uid()));
                } else {
                    offer(box, one.letter().uid(), one.letter().size(), late);
                }
            }
            if (quiet || missing() == 0) {
                return;
            }
        }
        throw new IOException("letters are moved faster than they can be copied");
    }

    private List<Change.PutLetter> read(long from, long to, Journal.Target frames)
            throws IOException {
        List<Change.PutLetter> added = new ArrayList<>();
        try {
            journal.tell(
                    from,
                    to,
                    frame -> {
                        frame.changes().forEach(change -> note(change, added));
                        sequence++;
                        take(frames, new Frame(sequence, frame.changes()));
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (added.size() > MOST_LATE) {
            throw new IOException("too many letters came while the store was copied");
        }
        return added;
    }

    private static void take(Journal.Target frames, Frame frame) {
        try {
            frames.take(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Change change, List<Change.PutLetter> added) {
        switch (change) {
            case Change.PutLetter put when put.details() != null -> added.add(put);
            case Change.CopyLetter copy ->
                    added.add(new Change.PutLetter(copy.box(), copy.letter(), null));
            case Change.RemoveLetter gone -> removed.add(new Place(gone.box(), gone.uid()));
            case Change.RemoveBox gone -> removedBoxes.add(gone.box());
            case Change.PutBox _,
                    Change.PutState _,
                    Change.PutLetter _,
                    Change.PutSubscription _,
                    Change.RemoveSubscription _,
                    Change.PutAnnotation _,
                    Change.RemoveAnnotation _,
                    Change.LastBox _ -> {
                // brings and takes no letter
            }
        }
    }
}

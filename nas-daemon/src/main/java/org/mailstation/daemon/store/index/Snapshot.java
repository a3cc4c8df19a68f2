package org.mailstation.daemon.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Frame;
import org.mailstation.daemon.store.record.LetterRecord;

/** The shortest journal that leads to what the index knows now. */
public final class Snapshot {
    private static final int CHANGES_A_FRAME = 500;

    private final Index index;
    private final Journal.Target target;
    private final List<Change> pending = new ArrayList<>();
    private long sequence;

    private Snapshot(Index index, Journal.Target target, long sequence) {
        this.index = index;
        this.target = target;
        this.sequence = sequence;
    }

    /**
     * Tells all frames, numbered after the last one the index has.
     *
     * @return the number of the last one
     */
    public static long write(Index index, Journal.Target target) throws IOException {
        return write(index, target, index.applied());
    }

    /**
     * The same while the index changes: together with the changes since the call, repeated in their
     * order, the frames lead to what it knows afterwards.
     *
     * @param sequence after which the frames are numbered
     */
    public static long write(Index index, Journal.Target target, long sequence) throws IOException {
        Snapshot snapshot = new Snapshot(index, target, sequence);
        snapshot.add(new Change.LastBox(index.lastBox()));
        for (BoxRecord box : index.boxes()) {
            snapshot.addBox(box);
        }
        for (Change change : index.others()) {
            snapshot.add(change);
        }
        snapshot.flush();
        return snapshot.sequence;
    }

    private void addBox(BoxRecord box) throws IOException {
        add(new Change.PutBox(box));
        add(new Change.PutState(box.id(), index.state(box.id())));
        Iterator<LetterRecord> letters = index.letters(box.id(), 1, Long.MAX_VALUE);
        while (letters.hasNext()) {
            LetterRecord letter = letters.next();
            add(new Change.PutLetter(box.id(), letter, index.details(box.id(), letter.uid())));
        }
    }

    private void add(Change change) throws IOException {
        pending.add(change);
        if (pending.size() >= CHANGES_A_FRAME) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (!pending.isEmpty()) {
            sequence++;
            target.take(new Frame(sequence, pending));
            pending.clear();
        }
    }
}

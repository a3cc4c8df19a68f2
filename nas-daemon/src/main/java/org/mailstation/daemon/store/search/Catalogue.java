package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Brings an open full-text index up to the store. Used by one thread; only {@link #removed}, {@link
 * #visible} and {@link #isBehind} may be called by others.
 */
final class Catalogue {
    private static final int BETWEEN_COMMITS = 5000;

    /** So many letters at most are known only to us and not to searchers. */
    private static final int BETWEEN_REFRESHES = 2500;

    private static final int MOST_REMOVALS = 100_000;

    private final Shelf shelf;
    private final Index index;
    private final LetterFiles files;
    private final LetterDocument documents = new LetterDocument();
    private final Queue<UUID> removed = new ConcurrentLinkedQueue<>();
    private final Set<UUID> fresh = new HashSet<>();
    private final Map<Long, Long> visible = new ConcurrentHashMap<>();
    private int uncommitted;
    private boolean sweepNeeded;

    Catalogue(Shelf shelf, Index index, LetterFiles files) throws IOException {
        this.shelf = shelf;
        this.index = index;
        this.files = files;
        shelf.progress().agreeWith(index);
        doubtUnknownLetters();
        sweepNeeded = shelf.progress().sequence() != index.applied();
    }

    /** A store that was put in the place of another has other letters under the same numbers. */
    private void doubtUnknownLetters() throws IOException {
        Progress progress = shelf.progress();
        for (BoxRecord box : index.boxes()) {
            long uid = progress.uid(box.id());
            LetterRecord last = uid == 0 ? null : index.letter(box.id(), uid);
            if (last != null && !shelf.has(last.id())) {
                progress.forget(box.id());
            }
        }
    }

    Shelf shelf() {
        return shelf;
    }

    /** A copy of this letter was removed; perhaps the last one. */
    void removed(UUID letter) {
        removed.add(letter);
    }

    /** Whether there are letters that searchers do not see yet. For any thread. */
    boolean isBehind(long box) {
        return visible(box) < index.state(box).lastUid();
    }

    /** The UID up to which searchers see every letter of this mailbox. For any thread. */
    long visible(long box) {
        return visible.getOrDefault(box, 0L);
    }

    /**
     * Takes up the letters of these mailboxes. Searchers see all of them when it is done.
     *
     * @param goOn asked after each letter
     * @return whether all of it was done
     */
    boolean catchUp(Collection<Long> boxes, BooleanSupplier goOn) throws IOException {
        boolean done = true;
        for (long box : boxes) {
            done = done && (!shelf.progress().isBehind(index, box) || catchUpUnlessGone(box, goOn));
        }
        if (done) {
            show();
        }
        return done;
    }

    /** Lets searchers see what was taken up. */
    void show() throws IOException {
        if (!fresh.isEmpty()) {
            shelf.refresh();
            fresh.clear();
        }
        noteVisible();
    }

    private void noteVisible() {
        for (BoxRecord box : index.boxes()) {
            visible.put(box.id(), shelf.progress().uid(box.id()));
        }
    }

    private boolean catchUpUnlessGone(long box, BooleanSupplier goOn) throws IOException {
        try {
            return catchUp(box, goOn);
        } catch (RuntimeException e) {
            if (index.box(box) == null) {
                return true; // removed while we read
            }
            throw e;
        }
    }

    private boolean catchUp(long box, BooleanSupplier goOn) throws IOException {
        BoxRecord record = index.box(box);
        if (record == null) {
            return true;
        }
        long last = index.state(box).lastUid();
        Iterator<LetterRecord> letters = index.letters(box, shelf.progress().uid(box) + 1, last);
        while (letters.hasNext()) {
            LetterRecord letter = letters.next();
            add(new Letter(record, letter, index, files));
            shelf.progress().reached(box, letter.uid());
            if (!goOn.getAsBoolean()) {
                return false;
            }
        }
        shelf.progress().reached(box, last);
        return true;
    }

    private void add(Letter letter) throws IOException {
        UUID id = letter.record().id();
        if (fresh.contains(id) || shelf.has(id)) {
            return; // a copy
        }
        try {
            shelf.add(documents.of(letter));
        } catch (NoSuchFileException e) {
            return; // removed meanwhile
        }
        fresh.add(id);
        uncommitted++;
        if (fresh.size() >= BETWEEN_REFRESHES) {
            show();
        }
        if (uncommitted >= BETWEEN_COMMITS) {
            commit();
        }
    }

    /** Lets removed letters leave, and saves what was done. */
    void tidy() throws IOException {
        long sequence = index.applied();
        if (sweepNeeded || removed.size() > MOST_REMOVALS) {
            removed.clear();
            sweep();
            sweepNeeded = false;
        }
        for (UUID letter = removed.poll(); letter != null; letter = removed.poll()) {
            forgetIfGone(letter);
        }
        shelf.progress().reached(sequence);
        if (shelf.hasUncommitted()) {
            commit();
        }
    }

    private void commit() throws IOException {
        shelf.progress().agreeWith(index);
        shelf.commit();
        fresh.clear();
        noteVisible();
        uncommitted = 0;
    }

    private void forgetIfGone(UUID letter) throws IOException {
        if (index.places(letter).isEmpty()) {
            shelf.remove(letter);
        }
    }

    /** Looks at every entry: nobody told us what was removed while the files were closed. */
    private void sweep() throws IOException {
        shelf.refresh();
        shelf.search(
                searcher -> {
                    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                        sweep(leaf);
                    }
                    return true;
                });
    }

    private void sweep(LeafReaderContext leaf) throws IOException {
        BinaryDocValues keys = leaf.reader().getBinaryDocValues(LetterKey.FIELD);
        Bits live = leaf.reader().getLiveDocs();
        while (keys != null && keys.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(keys.docID())) {
                forgetIfGone(LetterKey.read(keys.binaryValue()));
            }
        }
    }
}

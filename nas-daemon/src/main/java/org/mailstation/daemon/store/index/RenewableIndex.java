package org.mailstation.daemon.store.index;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Glance;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * An index that is exchanged for a repaired one while everybody goes on using it. It notices when
 * its file fails: a page that cannot be read, or a disk that takes nothing, after which MVStore
 * closes itself.
 */
public final class RenewableIndex implements Index {
    private volatile Index now;
    private volatile @Nullable RuntimeException trouble;
    private volatile @Nullable Watch watch;

    public RenewableIndex(Index first) {
        now = first;
    }

    /** Why it has to be renewed; {@code null} while all is well. */
    public @Nullable RuntimeException trouble() {
        return trouble;
    }

    /** Whoever reads from now on reads from this one. The old one is closed. */
    public void renew(Index fresh) {
        Index old = now;
        Watch watching = watch;
        if (watching != null) {
            fresh.watch(watching);
        }
        now = fresh;
        trouble = null;
        old.abandon();
    }

    /** Closes the file, so that it can be opened again; until then nothing can be read. */
    public void release() {
        now.abandon();
    }

    private <T extends @Nullable Object> T read(Function<Index, T> question) {
        Index asked = now;
        try {
            return question.apply(asked);
        } catch (MVStoreException e) {
            if (asked != now) {
                return question.apply(now); // renewed meanwhile
            }
            note(asked, e);
            throw e;
        }
    }

    private void write(Consumer<Index> work) {
        Index asked = now;
        try {
            work.accept(asked);
        } catch (MVStoreException e) {
            note(asked, e);
            throw e;
        }
    }

    private void note(Index asked, MVStoreException e) {
        if (asked == now && trouble == null) {
            trouble = e;
        }
    }

    /** Notices trouble that comes up while somebody walks on. */
    private <T> Iterator<T> watched(Function<Index, Iterator<T>> question) {
        Index asked = now;
        Iterator<T> walk = read(question);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return walk.hasNext();
                } catch (MVStoreException e) {
                    note(asked, e);
                    throw e;
                }
            }

            @Override
            public T next() {
                return walk.next();
            }
        };
    }

    @Override
    public long applied() {
        return read(Index::applied);
    }

    @Override
    public boolean wasClosed() {
        return now.wasClosed();
    }

    @Override
    public void apply(long sequence, List<Change> changes) {
        write(index -> index.apply(sequence, changes));
    }

    @Override
    public void checkpoint() {
        write(Index::checkpoint);
    }

    @Override
    public void forgetPages() {
        write(Index::forgetPages);
    }

    @Override
    public void watch(Watch newWatch) {
        watch = newWatch;
        now.watch(newWatch);
    }

    @Override
    public long lastBox() {
        return read(Index::lastBox);
    }

    @Override
    public @Nullable BoxRecord box(long id) {
        return this.<@Nullable BoxRecord>read(index -> index.box(id));
    }

    @Override
    public @Nullable BoxRecord box(BoxPath path) {
        return this.<@Nullable BoxRecord>read(index -> index.box(path));
    }

    @Override
    public List<BoxRecord> boxes(String user, String namespace) {
        return read(index -> index.boxes(user, namespace));
    }

    @Override
    public List<BoxRecord> boxes() {
        return read(Index::boxes);
    }

    @Override
    public BoxState state(long box) {
        return read(index -> index.state(box));
    }

    @Override
    public @Nullable LetterRecord letter(long box, long uid) {
        return this.<@Nullable LetterRecord>read(index -> index.letter(box, uid));
    }

    @Override
    public Iterator<LetterRecord> letters(long box, long from, long to) {
        return watched(index -> index.letters(box, from, to));
    }

    @Override
    public @Nullable Rows rows(long box) {
        Rows rows = this.<@Nullable Rows>read(index -> index.rows(box));
        return rows == null ? null : new WatchedRows(rows);
    }

    private final class WatchedRows implements Rows {
        private final Rows rows;

        WatchedRows(Rows rows) {
            this.rows = rows;
        }

        @Override
        public Iterator<Glance> glances(long from, long to) {
            return watched(_ -> rows.glances(from, to));
        }

        @Override
        public Iterator<Head> heads(long from, long to) {
            return watched(_ -> rows.heads(from, to));
        }
    }

    @Override
    public Iterator<Long> uids(long box) {
        return watched(index -> index.uids(box));
    }

    @Override
    public Iterator<Long> marked(long box, Mark mark, long from, long to) {
        return watched(index -> index.marked(box, mark, from, to));
    }

    @Override
    public @Nullable LetterDetails details(long box, long uid) {
        return this.<@Nullable LetterDetails>read(index -> index.details(box, uid));
    }

    @Override
    public List<Place> places(UUID letter) {
        return read(index -> index.places(letter));
    }

    @Override
    public @Nullable UUID thread(long key) {
        return this.<@Nullable UUID>read(index -> index.thread(key));
    }

    @Override
    public List<String> subscriptions(String user) {
        return read(index -> index.subscriptions(user));
    }

    @Override
    public List<Change> others() {
        return read(Index::others);
    }

    @Override
    public Map<String, String> annotations(long box) {
        return read(index -> index.annotations(box));
    }

    @Override
    public void abandon() {
        now.abandon();
    }

    @Override
    public void close() {
        now.close();
    }
}

package org.mailstation.daemon.store.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.index.Index.Mark;
import org.mailstation.daemon.store.record.Codec;
import org.mailstation.daemon.store.record.Glance;
import org.mailstation.daemon.store.record.LetterFlags;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * The three maps of one mailbox: records and details by UID, and the marks, whose keys are the mark
 * in the upper eight bits and the UID below.
 */
final class BoxMaps implements Rows {
    private static final int BATCH = 256;
    private static final int HEADERS = 32;
    private static final int MARK_SHIFT = 56;
    private static final byte[] NOTHING = new byte[0];

    private final MVStore store;
    private final MVMap<Long, byte[]> letters;
    private final MVMap<Long, byte[]> details;
    private final MVMap<Long, byte[]> marks;

    BoxMaps(MVStore store, long box) {
        this.store = store;
        letters = Maps.byNumber(store, "letters." + box);
        details = Maps.byNumber(store, "details." + box);
        marks = Maps.byNumber(store, "marks." + box);
    }

    static boolean exist(MVStore store, long box) {
        return store.hasMap("letters." + box);
    }

    MVMap<Long, byte[]> letters() {
        return letters;
    }

    MVMap<Long, byte[]> details() {
        return details;
    }

    /**
     * @param more its details, encoded; {@code null} to leave them as they are
     */
    void put(LetterRecord letter, byte @Nullable [] more) {
        byte[] before = letters.put(letter.uid(), Codec.bytes(letter));
        if (more != null) {
            details.put(letter.uid(), more);
        }
        mark(letter.uid(), before == null ? null : Codec.letter(before).flags(), letter.flags());
    }

    byte @Nullable [] remove(long uid) {
        byte[] before = letters.remove(uid);
        details.remove(uid);
        if (before != null) {
            mark(uid, Codec.letter(before).flags(), null);
        }
        return before;
    }

    private void mark(long uid, @Nullable LetterFlags before, @Nullable LetterFlags after) {
        for (Mark mark : Mark.values()) {
            boolean set = after != null && has(after, mark);
            if (set == (before != null && has(before, mark))) {
                continue;
            }
            if (set) {
                marks.put(markKey(mark, uid), NOTHING);
            } else {
                marks.remove(markKey(mark, uid));
            }
        }
    }

    private static boolean has(LetterFlags flags, Mark mark) {
        return switch (mark) {
            case UNSEEN -> !flags.has(LetterFlags.SEEN);
            case RECENT -> flags.has(LetterFlags.RECENT);
            case DELETED -> flags.has(LetterFlags.DELETED);
        };
    }

    private static long markKey(Mark mark, long uid) {
        return (long) mark.ordinal() << MARK_SHIFT | uid;
    }

    List<LetterRecord> lettersFrom(long from, long to) {
        return read(letters, BATCH, from, to, (_, bytes) -> Codec.letter(bytes));
    }

    @Override
    public Iterator<Glance> glances(long from, long to) {
        return new Batches<>(
                from,
                next -> read(letters, BATCH, next, to, (_, bytes) -> Glance.of(bytes)),
                Glance::uid);
    }

    @Override
    public Iterator<Head> heads(long from, long to) {
        return new Batches<>(
                from,
                next ->
                        read(
                                details,
                                HEADERS,
                                next,
                                to,
                                (uid, bytes) -> new Head(uid, Codec.header(bytes))),
                Head::uid);
    }

    private static <T> List<T> read(
            MVMap<Long, byte[]> map,
            int most,
            long from,
            long to,
            BiFunction<Long, byte[], T> decode) {
        List<T> batch = new ArrayList<>(most);
        Cursor<Long, byte[]> cursor = map.cursor(from);
        while (batch.size() < most && cursor.hasNext() && cursor.next() <= to) {
            batch.add(decode.apply(cursor.getKey(), cursor.getValue()));
        }
        return batch;
    }

    List<Long> uidsFrom(long from) {
        List<Long> batch = new ArrayList<>();
        Cursor<Long, byte[]> cursor = letters.cursor(from);
        while (batch.size() < BATCH && cursor.hasNext()) {
            batch.add(cursor.next());
        }
        return batch;
    }

    List<Long> markedFrom(Mark mark, long from, long to) {
        List<Long> batch = new ArrayList<>();
        long first = markKey(mark, 0);
        long last = markKey(mark, Math.min(to, (1L << MARK_SHIFT) - 1));
        Cursor<Long, byte[]> cursor = marks.cursor(first + from);
        while (batch.size() < BATCH && cursor.hasNext() && cursor.next() <= last) {
            batch.add(cursor.getKey() - first);
        }
        return batch;
    }

    void drop() {
        store.removeMap(letters);
        store.removeMap(details);
        store.removeMap(marks);
    }
}

package org.mailstation.daemon.store.outline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.mailstation.daemon.store.index.Batches;
import org.mailstation.daemon.store.index.SteadyPath;

/**
 * One MVStore with a map for each mailbox and kind, by UID. It is written after so many octets, so
 * that what waits in memory stays small.
 */
final class OutlineFile {
    private static final int CACHE_MEGABYTES = 2;
    private static final int BATCH = 64;
    private static final long MOST_UNSAVED = 1 << 20;

    /** What a row takes in memory besides its octets. */
    private static final int ROW = 64;

    private final MVStore store;
    private final LongFunction<Iterator<Long>> letters;
    private final Map<String, MVMap<Long, byte[]>> maps = new ConcurrentHashMap<>();
    private long unsaved;

    @SuppressWarnings("ArrayRecordComponent") // never compared or changed
    record Row(long uid, byte[] sealed) {}

    private OutlineFile(MVStore store, LongFunction<Iterator<Long>> letters) {
        this.store = store;
        this.letters = letters;
    }

    /**
     * @throws RuntimeException if the file is damaged
     */
    static OutlineFile open(Path file, LongFunction<Iterator<Long>> letters) {
        OutlineFile open =
                new OutlineFile(
                        new MVStore.Builder()
                                .fileName(SteadyPath.of(file))
                                .autoCommitDisabled()
                                .autoCommitBufferSize(0)
                                .cacheSize(CACHE_MEGABYTES)
                                .open(),
                        letters);
        open.dropGoneBoxes();
        return open;
    }

    void forgetPages() {
        store.setCacheSize(CACHE_MEGABYTES * 1024); // which empties it, too
    }

    private void dropGoneBoxes() {
        for (String name : List.copyOf(store.getMapNames())) {
            if (!letters.apply(box(name)).hasNext()) {
                store.removeMap(name);
            }
        }
    }

    private static String name(Kind kind, long box) {
        return kind + "." + box;
    }

    private static long box(String name) {
        return Long.parseLong(name.substring(name.indexOf('.') + 1));
    }

    Iterator<Row> rows(Kind kind, long box, long from, long to) {
        if (!store.hasMap(name(kind, box))) {
            return List.<Row>of().iterator();
        }
        MVMap<Long, byte[]> map = map(kind, box);
        return new Batches<>(from, next -> read(map, next, to), Row::uid);
    }

    private static List<Row> read(MVMap<Long, byte[]> map, long from, long to) {
        List<Row> batch = new ArrayList<>(BATCH);
        Cursor<Long, byte[]> cursor = map.cursor(from);
        while (batch.size() < BATCH && cursor.hasNext() && cursor.next() <= to) {
            batch.add(new Row(cursor.getKey(), cursor.getValue()));
        }
        return batch;
    }

    private MVMap<Long, byte[]> map(Kind kind, long box) {
        return maps.computeIfAbsent(name(kind, box), name -> opened(name, box));
    }

    /** Without what was kept for letters that are gone by now. */
    private MVMap<Long, byte[]> opened(String name, long box) {
        MVMap<Long, byte[]> map =
                store.openMap(
                        name,
                        new MVMap.Builder<Long, byte[]>()
                                .keyType(LongDataType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE));
        Iterator<Long> uids = letters.apply(box);
        List<Long> gone = new ArrayList<>();
        long there = 0;
        for (Iterator<Long> kept = map.keyIterator(null); kept.hasNext(); ) {
            long uid = kept.next();
            while (there < uid && uids.hasNext()) {
                there = uids.next();
            }
            if (there != uid) {
                gone.add(uid);
            }
        }
        gone.forEach(map::remove);
        return map;
    }

    synchronized void put(Kind kind, long box, long uid, byte[] sealed) {
        map(kind, box).put(uid, sealed);
        unsaved += sealed.length + ROW;
        if (unsaved > MOST_UNSAVED) {
            store.commit();
            unsaved = 0;
        }
    }

    void abandon() {
        store.closeImmediately();
    }

    void close() {
        store.close();
    }
}

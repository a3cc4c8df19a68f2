package org.mailstation.daemon.store.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.BytesIn;
import org.mailstation.daemon.store.record.BytesOut;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Codec;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.store.thread.ThreadKeys;

/**
 * The index in H2's MVStore. Map names and the forms of keys are its format; {@code FORMAT} changes
 * with them, and a rebuild follows.
 */
public final class MvIndex implements Index {
    static final long FORMAT = 2;
    private static final int CACHE_MEGABYTES = 8;
    private static final Set<Integer> NO_DAMAGE =
            Set.of(
                    DataUtils.ERROR_WRITING_FAILED,
                    DataUtils.ERROR_CLOSED,
                    DataUtils.ERROR_FILE_LOCKED);

    private final MVStore store;
    private final MVMap<String, Long> meta;
    private final MVMap<Long, byte[]> boxes;
    private final MVMap<String, Long> paths;
    private final MVMap<Long, byte[]> states;
    private final Texts texts;
    private final Places places;
    private final MVMap<Long, byte[]> threads;
    private final Map<Long, BoxMaps> open = new ConcurrentHashMap<>();
    private final boolean closed;
    private volatile Watch watch = new Unwatched();

    private MvIndex(MVStore store) {
        this.store = store;
        meta = Maps.byText(store, "meta", LongDataType.INSTANCE);
        boxes = Maps.byNumber(store, "boxes");
        paths = Maps.byText(store, "paths", LongDataType.INSTANCE);
        states = Maps.byNumber(store, "states");
        texts =
                new Texts(
                        Maps.byText(store, "subscriptions", StringDataType.INSTANCE),
                        Maps.byText(store, "annotations", StringDataType.INSTANCE));
        places = new Places(Maps.byText(store, "places", LongDataType.INSTANCE));
        threads = Maps.byNumber(store, "threads");
        closed = meta.getOrDefault("closed", 0L) == 1;
    }

    /**
     * @throws RuntimeException if the file is damaged or of another format
     */
    public static MvIndex open(Path file) {
        MVStore store =
                new MVStore.Builder()
                        .fileName(SteadyPath.of(file))
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0)
                        .cacheSize(CACHE_MEGABYTES)
                        .open();
        try {
            MvIndex index = new MvIndex(store);
            index.check();
            return index;
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /**
     * Whether a file that failed in this way is not to be used any more. That the disk takes
     * nothing, or that the index was closed for it, is no damage.
     */
    public static boolean isDamage(Throwable cause) {
        return cause instanceof MVStoreException e
                ? !NO_DAMAGE.contains(e.getErrorCode())
                : cause instanceof RuntimeException;
    }

    private void check() {
        long format = meta.getOrDefault("format", FORMAT);
        if (format != FORMAT) {
            throw new IllegalStateException("index of format " + format);
        }
        meta.put("format", FORMAT);
        meta.put("closed", 0L);
        checkpoint();
    }

    /** For reading: {@code null} if nothing was ever in this mailbox. */
    private @Nullable BoxMaps known(long box) {
        BoxMaps maps = open.get(box);
        return maps == null && BoxMaps.exist(store, box) ? maps(box) : maps;
    }

    private BoxMaps maps(long box) {
        return open.computeIfAbsent(box, id -> new BoxMaps(store, id));
    }

    @Override
    public long applied() {
        return meta.getOrDefault("applied", 0L);
    }

    @Override
    public boolean wasClosed() {
        return closed;
    }

    @Override
    public void apply(long sequence, List<Change> changes) {
        for (Change change : changes) {
            apply(change);
        }
        meta.put("applied", sequence);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.PutBox put -> putBox(put.box());
            case Change.LastBox last -> meta.put("lastBox", Math.max(lastBox(), last.box()));
            case Change.PutState put -> states.put(put.box(), Codec.bytes(put.state()));
            case Change.RemoveBox remove -> removeBox(remove.box());
            case Change.PutLetter put -> putLetter(put);
            case Change.CopyLetter copy -> copyLetter(copy);
            case Change.RemoveLetter remove -> removeLetter(remove.box(), remove.uid());
            case Change.PutSubscription put -> texts.put(put);
            case Change.RemoveSubscription remove -> texts.remove(remove);
            case Change.PutAnnotation put -> texts.put(put);
            case Change.RemoveAnnotation remove -> texts.remove(remove);
        }
    }

    private void putBox(BoxRecord box) {
        byte[] before = boxes.put(box.id(), Codec.bytes(box));
        if (before != null) {
            paths.remove(Codec.box(before).path().key(), box.id());
        }
        paths.put(box.path().key(), box.id());
        meta.put("lastBox", Math.max(lastBox(), box.id()));
    }

    private void removeBox(long id) {
        byte[] before = boxes.remove(id);
        if (before != null) {
            paths.remove(Codec.box(before).path().key(), id);
        }
        states.remove(id);
        texts.removeBox(id);
        BoxMaps maps = known(id);
        if (maps != null) {
            maps.letters().values().forEach(bytes -> forgetPlace(id, Codec.letter(bytes)));
            open.remove(id);
            maps.drop();
        }
    }

    private void putLetter(Change.PutLetter put) {
        LetterRecord letter = put.letter();
        byte[] details = put.details() == null ? null : Codec.bytes(put.details());
        maps(put.box()).put(letter, details);
        if (put.details() != null) {
            places.put(put.box(), letter);
            remember(put.box(), letter, put.details());
            watch.added();
        }
    }

    private void copyLetter(Change.CopyLetter copy) {
        LetterRecord letter = copy.letter();
        BoxMaps from = known(copy.fromBox());
        byte[] details = from == null ? null : from.details().get(copy.fromUid());
        maps(copy.box()).put(letter, details);
        places.put(copy.box(), letter);
        if (details != null && !haveOneUser(copy.box(), copy.fromBox())) {
            remember(copy.box(), letter, Codec.details(details));
        }
        watch.added();
    }

    private boolean haveOneUser(long one, long other) {
        BoxRecord first = box(one);
        BoxRecord second = box(other);
        return first != null && second != null && first.path().user().equals(second.path().user());
    }

    private void remember(long id, LetterRecord letter, LetterDetails details) {
        BoxRecord box = box(id);
        if (box != null) {
            byte[] thread = new BytesOut().id(letter.thread()).toArray();
            ThreadKeys.of(box.path().user(), details.header())
                    .forEach(key -> threads.putIfAbsent(key, thread));
        }
    }

    private void removeLetter(long box, long uid) {
        BoxMaps maps = known(box);
        byte[] before = maps == null ? null : maps.remove(uid);
        if (before != null) {
            forgetPlace(box, Codec.letter(before));
        }
    }

    private void forgetPlace(long box, LetterRecord letter) {
        places.remove(box, letter);
        watch.removed(letter.id());
    }

    @Override
    public void watch(Watch newWatch) {
        watch = newWatch;
    }

    @Override
    public void checkpoint() {
        store.commit();
        store.sync();
    }

    @Override
    public void forgetPages() {
        Maps.forgetPages(store, CACHE_MEGABYTES);
    }

    @Override
    public long lastBox() {
        return meta.getOrDefault("lastBox", 0L);
    }

    @Override
    public @Nullable BoxRecord box(long id) {
        byte[] bytes = boxes.get(id);
        return bytes == null ? null : Codec.box(bytes);
    }

    @Override
    public @Nullable BoxRecord box(BoxPath path) {
        Long id = paths.get(path.key());
        return id == null ? null : box(id);
    }

    @Override
    public List<BoxRecord> boxes(String user, String namespace) {
        List<BoxRecord> found = new ArrayList<>();
        for (Long id : Texts.withPrefix(paths, BoxPath.prefix(user, namespace)).values()) {
            BoxRecord box = box(id);
            if (box != null) { // removed while we read
                found.add(box);
            }
        }
        return found;
    }

    @Override
    public List<BoxRecord> boxes() {
        return boxes.values().stream().map(Codec::box).toList();
    }

    @Override
    public BoxState state(long box) {
        byte[] bytes = states.get(box);
        return bytes == null ? BoxState.EMPTY : Codec.state(bytes);
    }

    @Override
    public @Nullable LetterRecord letter(long box, long uid) {
        BoxMaps maps = known(box);
        byte[] bytes = maps == null ? null : maps.letters().get(uid);
        return bytes == null ? null : Codec.letter(bytes);
    }

    @Override
    public Iterator<LetterRecord> letters(long box, long from, long to) {
        BoxMaps maps = known(box);
        return maps == null
                ? Collections.emptyIterator()
                : new Batches<>(from, next -> maps.lettersFrom(next, to), LetterRecord::uid);
    }

    @Override
    public @Nullable Rows rows(long box) {
        return known(box);
    }

    @Override
    public Iterator<Long> uids(long box) {
        BoxMaps maps = known(box);
        return maps == null
                ? Collections.emptyIterator()
                : new Batches<>(1, maps::uidsFrom, uid -> uid);
    }

    @Override
    public Iterator<Long> marked(long box, Mark mark, long from, long to) {
        BoxMaps maps = known(box);
        return maps == null
                ? Collections.emptyIterator()
                : new Batches<>(
                        Math.max(from, 1), next -> maps.markedFrom(mark, next, to), uid -> uid);
    }

    @Override
    public @Nullable LetterDetails details(long box, long uid) {
        BoxMaps maps = known(box);
        byte[] bytes = maps == null ? null : maps.details().get(uid);
        return bytes == null ? null : Codec.details(bytes);
    }

    @Override
    public List<Place> places(UUID letter) {
        return places.of(letter);
    }

    @Override
    public @Nullable UUID thread(long key) {
        byte[] thread = threads.get(key);
        return thread == null ? null : new BytesIn(thread).id();
    }

    @Override
    public List<String> subscriptions(String user) {
        return texts.subscriptions(user);
    }

    @Override
    public List<Change> others() {
        return texts.all();
    }

    @Override
    public Map<String, String> annotations(long box) {
        return texts.annotations(box);
    }

    @Override
    public void abandon() {
        store.closeImmediately();
    }

    @Override
    public void close() {
        meta.put("closed", 1L);
        checkpoint();
        store.close();
    }

    private static final class Unwatched implements Watch {
        @Override
        public void added() {
            // nobody wants to know
        }

        @Override
        public void removed(UUID letter) {
            // nobody wants to know
        }
    }
}

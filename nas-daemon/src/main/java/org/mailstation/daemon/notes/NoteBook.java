package org.mailstation.daemon.notes;

import com.google.common.collect.ForwardingConcurrentMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps in one file that grow and shrink. They are on the disk a few seconds after a change, and
 * when the book is closed. A file that cannot be read is put aside and a new one is begun. One that
 * closes itself, as MVStore does when it cannot write for want of room or memory, is opened again.
 */
public final class NoteBook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NoteBook.class);

    private static final int CACHE_MEGABYTES = 2;
    private static final int MILLISECONDS_TO_DISK = 5000;

    private final @Nullable Path file;
    private MVStore store;
    private boolean closed;

    private NoteBook(@Nullable Path file, MVStore store) {
        this.file = file;
        this.store = store;
    }

    /**
     * @throws IOException if not even an empty file can be made
     */
    public static NoteBook open(Path file) throws IOException {
        try {
            return new NoteBook(file, store(file));
        } catch (MVStoreException damaged) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            LOG.warn("{} cannot be read; it is put aside as {}", file, aside, damaged);
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                return new NoteBook(file, store(file));
            } catch (MVStoreException again) {
                throw new IOException(again);
            }
        }
    }

    /** Lives as long as the process. */
    public static NoteBook inMemory() {
        return new NoteBook(null, new MVStore.Builder().open());
    }

    private static MVStore store(Path file) {
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .cacheSize(CACHE_MEGABYTES)
                        .cacheConcurrency(1)
                        .compress()
                        .open();
        store.setAutoCommitDelay(MILLISECONDS_TO_DISK);
        store.setVersionsToKeep(0);
        return store;
    }

    private synchronized MVStore store() {
        if (store.isClosed() && !closed && file != null) {
            LOG.warn("{} closed itself; it is opened again", file);
            store = store(file);
        }
        return store;
    }

    /** What MVStore does by itself when it cannot write. */
    synchronized void lose() {
        store.closeImmediately();
    }

    /**
     * One map, which may be used by several threads.
     *
     * @param <K> and
     * @param <V> text, numbers or arrays of bytes
     */
    public <K, V> ConcurrentMap<K, V> map(String name) {
        return new Lasting<>(name);
    }

    private final class Lasting<K, V> extends ForwardingConcurrentMap<K, V> {
        private final String name;
        private volatile MVMap<K, V> map;

        Lasting(String name) {
            this.name = name;
            this.map = store().openMap(name);
        }

        @Override
        protected ConcurrentMap<K, V> delegate() {
            MVMap<K, V> current = map;
            if (current.isClosed() && !isClosed()) {
                current = store().openMap(name);
                map = current;
            }
            return current;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Of all maps. */
    public Set<String> names() {
        return Set.copyOf(store().getMapNames());
    }

    /** Forgets a whole map. */
    public void drop(String name) {
        store().removeMap(name);
    }

    /** Writes all maps, as they are now, into a new file; they may change meanwhile. */
    public void copyTo(Path copyFile) {
        try (MVStore copy = store(copyFile)) {
            for (String name : names()) {
                copy.openMap(name).putAll(store().openMap(name));
            }
        }
    }

    /** What has changed is on the disk when this returns. */
    public void keep() {
        store().commit();
    }

    @Override
    public synchronized void close() {
        closed = true;
        store.close();
    }
}

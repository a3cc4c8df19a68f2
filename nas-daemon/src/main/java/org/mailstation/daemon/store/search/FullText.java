package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The full-text index of a store. It follows the letters at its own pace and knows how far it got;
 * what it does not have yet, a search reads itself. Nothing is open until a letter comes in or
 * somebody searches; when its files are missing, damaged or of another format, it is made anew from
 * the letters.
 */
public final class FullText implements Index.Watch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FullText.class);
    private static final int RESTS = 4;
    private static final long THREAD_ENDS_AFTER_SECONDS = 10;

    private final Path folder;
    private final Index index;
    private final LetterFiles files;
    private final Pace pace;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final AtomicInteger users = new AtomicInteger();

    /** Written by our thread only. */
    private volatile @Nullable Catalogue catalogue;

    private volatile long firstUntaken;
    private volatile long lastAdded;
    private volatile long lastUsed;

    /** Whether somebody searched before all was taken up. */
    private volatile boolean wanted;

    private volatile boolean closed;

    /**
     * @param folder its own, and nothing else's
     */
    public FullText(Path folder, Index index, LetterFiles files, Pace pace) {
        this.folder = folder;
        this.index = index;
        this.files = files;
        this.pace = pace;
        this.thread = new ScheduledThreadPoolExecutor(1, FullText::thread);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setKeepAliveTime(THREAD_ENDS_AFTER_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "store-search");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @Override
    public void added() {
        lastAdded = System.nanoTime();
        if (planned.compareAndSet(false, true)) {
            firstUntaken = lastAdded;
            later(this::follow, pace.quiet().toNanos());
        }
    }

    @Override
    public void removed(UUID letter) {
        Catalogue open = catalogue;
        if (open != null) {
            open.removed(letter);
            added();
        }
    }

    private void later(Runnable work, long nanos) {
        try {
            thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closing; the letters are taken up in the next run", e);
        }
    }

    /** Takes up what came in, a slice at a time, when nothing has come in for a while. */
    private void follow() {
        if (closed) {
            return;
        }
        long now = System.nanoTime();
        long wait =
                Math.min(
                        lastAdded + pace.quiet().toNanos() - now,
                        firstUntaken + pace.patience().toNanos() - now);
        if (wait > 0) {
            later(this::follow, wait);
            return;
        }
        planned.set(false); // what comes in from here on plans anew
        long end = now + pace.slice().toNanos();
        try {
            boolean done = use(all(), () -> !closed && System.nanoTime() < end);
            if (done) {
                wanted = false;
            } else {
                planGoingOn();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The full-text index cannot follow; the next search tries again", e);
        }
    }

    private void planGoingOn() {
        if (planned.compareAndSet(false, true)) {
            later(this::goOn, (wanted ? 1 : RESTS) * pace.slice().toNanos());
        }
    }

    private void goOn() {
        firstUntaken = System.nanoTime() - pace.patience().toNanos();
        follow();
    }

    private List<Long> all() {
        return index.boxes().stream().map(BoxRecord::id).toList();
    }

    /** On our thread: catches up; an index that cannot be used is made anew, once. */
    private boolean use(Collection<Long> boxes, BooleanSupplier goOn) throws IOException {
        try {
            return work(boxes, goOn);
        } catch (ClosedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The full-text index is made anew from the letters: {}", e.toString(), e);
            discard();
            return work(boxes, goOn);
        }
    }

    private boolean work(Collection<Long> boxes, BooleanSupplier goOn) throws IOException {
        if (closed) {
            throw new ClosedException();
        }
        Catalogue open = catalogue;
        if (open == null) {
            open = new Catalogue(Shelf.open(folder), index, files);
            catalogue = open;
            later(this::closeIfIdle, pace.idle().toNanos());
        }
        lastUsed = System.nanoTime();
        boolean done = open.catchUp(boxes, goOn);
        if (done && !closed) {
            thread.execute(this::tidy);
        }
        return done;
    }

    private void tidy() {
        Catalogue open = catalogue;
        if (open == null) {
            return;
        }
        try {
            open.tidy();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The full-text index could not be saved and is made anew when needed", e);
            discardQuietly();
        }
    }

    private void discard() throws IOException {
        closeFiles();
        Shelf.remove(folder);
    }

    /**
     * Forgets all letters, and takes them up again from their files. Returns when they are
     * forgotten, however long that takes: what the index said before must not be found any more.
     *
     * @throws IOException if the old index cannot be removed
     */
    public void renew() throws IOException {
        onOurThread(
                () -> {
                    discard();
                    return true;
                },
                Long.MAX_VALUE);
        added();
    }

    private void discardQuietly() {
        try {
            discard();
        } catch (IOException e) {
            LOG.warn("The full-text index could not be removed from {}", folder, e);
        }
    }

    private void closeFiles() {
        Catalogue open = catalogue;
        catalogue = null;
        if (open != null) {
            try {
                open.shelf().close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("closing a full-text index that may be damaged", e);
            }
        }
    }

    private void closeIfIdle() {
        long left = lastUsed + pace.idle().toNanos() - System.nanoTime();
        if (catalogue == null) {
            return;
        }
        if (left > 0 || users.get() > 0) {
            later(this::closeIfIdle, Math.max(left, pace.slice().toNanos()));
        } else {
            tidy();
            closeFiles();
        }
    }

    /**
     * Finds letters by the full-text index. It is brought up to date first, as far as it gets in a
     * moment; the answer says which letters of these mailboxes it knows.
     *
     * @throws IOException if it cannot be used, even anew
     */
    Answer find(Collection<Long> boxes, Query query) throws IOException {
        users.incrementAndGet();
        try {
            catchUp(boxes);
            try {
                return search(boxes, query);
            } catch (IOException | RuntimeException e) {
                LOG.warn("The full-text index is damaged: {}", e.toString(), e);
                onOurThread(
                        () -> {
                            discard();
                            return takeUp(boxes);
                        });
                return search(boxes, query);
            }
        } finally {
            users.decrementAndGet();
        }
    }

    private Answer search(Collection<Long> boxes, Query query) throws IOException {
        Catalogue open = catalogue;
        if (open == null) {
            return new Answer(new Hits(), Map.of(), false); // it is only being opened
        }
        Map<Long, Long> covered = new HashMap<>();
        boxes.forEach(box -> covered.put(box, open.visible(box)));
        boolean whole = boxes.stream().noneMatch(open::isBehind);
        Hits hits = open.shelf().search(searcher -> HitCollector.collect(searcher, query));
        return new Answer(hits, covered, whole);
    }

    private void catchUp(Collection<Long> boxes) throws IOException {
        Catalogue open = catalogue;
        if (open == null || boxes.stream().anyMatch(open::isBehind)) {
            onOurThread(() -> takeUp(boxes));
        }
        lastUsed = System.nanoTime();
    }

    /** On our thread: as much as a search has patience for. */
    private boolean takeUp(Collection<Long> boxes) throws IOException {
        long end = System.nanoTime() + pace.patienceOfSearch().toNanos();
        boolean done = use(boxes, () -> !closed && System.nanoTime() < end);
        Catalogue open = catalogue;
        if (!done && open != null) {
            open.show();
            wanted = true;
            planGoingOn();
        }
        return done;
    }

    /** Nobody is to search any more. */
    private static final class ClosedException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedException() {
            super("the store is closed");
        }
    }

    private interface Work {
        boolean run() throws IOException;
    }

    /** Gives up waiting, not the work, after twice the time that it should take. */
    private void onOurThread(Work work) throws IOException {
        onOurThread(work, 2 * pace.patienceOfSearch().toNanos());
    }

    private void onOurThread(Work work, long nanos) throws IOException {
        try {
            thread.submit(work::run).get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The full-text index is busy; the search reads letters itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the search was given up");
        } catch (ExecutionException e) {
            throw new IOException("the full-text index cannot be used", e.getCause());
        } catch (RejectedExecutionException e) {
            throw new IOException("the store is closed", e);
        }
    }

    /** Saves what is done. What is not, the next run takes up. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.submit(
                            () -> {
                                tidy();
                                closeFiles();
                            })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("The full-text index was not closed properly", e);
        }
        thread.shutdown();
    }
}

package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out operations one after the other on a thread of its own, as many as are waiting in one
 * commit. Only when all of it is durable does the index change, so nobody ever sees what a power
 * cut could take back, and UIDs become visible in their order.
 */
public final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int LARGEST_COMMIT = 256;
    private static final int FRAMES_BETWEEN_CHECKPOINTS = 5000;
    private static final Duration TIME_BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

    private final Index index;
    private final Ahead ahead;
    private final LetterFiles files;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<Ticket<?>> waiting = new ArrayDeque<>();
    private final Thread thread = new Thread(this::loop, "store-commit");
    private boolean closing;
    private long sequence;
    private long checkpointed;
    private volatile @Nullable Throwable broken;

    /**
     * @param sequence of the last frame in the journal
     */
    public Committer(Index index, Ahead ahead, LetterFiles files, long sequence) {
        this.index = index;
        this.ahead = ahead;
        this.files = files;
        this.sequence = sequence;
        this.checkpointed = sequence;
        thread.setDaemon(true);
    }

    public Committer start() {
        thread.start();
        return this;
    }

    /**
     * Waits until the operation's changes are durable.
     *
     * @throws IOException if nothing of it happened
     */
    public <T> T run(Operation<T> operation) throws IOException {
        Ticket<T> ticket = new Ticket<>(operation);
        lock.lock();
        try {
            if (closing) {
                throw new IOException("the store is closed");
            }
            waiting.addLast(ticket);
            work.signal();
        } finally {
            lock.unlock();
        }
        return ticket.await();
    }

    /**
     * Whether the index failed and has to be brought up to the journal by opening the store again.
     */
    public boolean isBroken() {
        return broken != null;
    }

    /** Carries out what is waiting, settles everything, then ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted =
                        true; // an unfinished commit must not be left behind; the interrupt is
                // passed on below
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        Batch batch = next();
        while (batch != null) {
            commit(batch);
            batch = next();
        }
        try {
            ahead.settleAll();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Not everything could be synced; the next start does it again", e);
        }
    }

    /**
     * The operations at the head of the queue that can be carried out together, or {@code null} at
     * the end.
     */
    private @Nullable Batch next() {
        while (!isWorkWaiting()) {
            checkpoint();
            ahead.settleOld();
        }
        lock.lock();
        try {
            return waiting.isEmpty() ? null : Batch.take(waiting, LARGEST_COMMIT);
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is something to do, or the end has come; waits for it for a while. */
    private boolean isWorkWaiting() {
        lock.lock();
        try {
            long left = TIME_BETWEEN_CHECKPOINTS.toNanos();
            while (waiting.isEmpty() && !closing && left > 0) {
                left = work.awaitNanos(left);
            }
            return !waiting.isEmpty() || closing;
        } catch (InterruptedException e) {
            closing = true; // nobody but a stopping JVM interrupts this thread
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void commit(Batch batch) {
        if (broken != null) {
            IOException refusal = new IOException("the mail store has to be opened again", broken);
            batch.tickets().forEach(ticket -> ticket.fail(refusal));
            return;
        }
        List<Planned<?>> planned = plan(batch);
        List<Entry> entries = entries(planned);
        sequence += entries.size(); // also if it fails: a number is never used twice
        try {
            for (Path folder : folders(planned)) {
                files.sync(folder);
            }
            ahead.append(entries);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            planned.forEach(one -> one.failed(e));
            return;
        }
        if (apply(entries)) {
            planned.forEach(Planned::succeeded);
        } else {
            planned.forEach(one -> one.ticket().fail(Objects.requireNonNull(broken)));
        }
        ahead.settleOld();
        if (sequence - checkpointed >= FRAMES_BETWEEN_CHECKPOINTS) {
            checkpoint();
        }
    }

    /**
     * What is in the journal has happened: if the index cannot follow, it must not answer any more
     * questions about it.
     */
    private boolean apply(List<Entry> entries) {
        try {
            for (Entry entry : entries) {
                index.apply(entry.frame().sequence(), entry.frame().changes());
            }
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "The mail index failed. Nothing is lost: it is repaired when the mail store is opened again",
                    e);
            broken = e;
            return false;
        }
    }

    private List<Planned<?>> plan(Batch batch) {
        Map<Long, BoxState> states = new HashMap<>();
        List<Planned<?>> planned = new ArrayList<>();
        for (Ticket<?> ticket : batch.tickets()) {
            Planned<?> one = ticket.plan(new Staging(index, ahead::holds, states));
            if (one != null) {
                states.putAll(one.staging().states());
                planned.add(one);
            }
        }
        return planned;
    }

    private List<Entry> entries(List<Planned<?>> planned) {
        List<Entry> entries = new ArrayList<>();
        for (Planned<?> one : planned) {
            var changes = one.staging().changes();
            if (!changes.isEmpty()) {
                Frame frame = new Frame(sequence + entries.size() + 1, changes);
                entries.add(new Entry(frame, one.staging().bodies()));
            }
        }
        return entries;
    }

    private static Set<Path> folders(List<Planned<?>> planned) {
        Set<Path> folders = new HashSet<>();
        planned.forEach(one -> folders.addAll(one.staging().folders()));
        return folders;
    }

    private void checkpoint() {
        if (checkpointed == sequence || broken != null) {
            return;
        }
        try {
            index.checkpoint();
            checkpointed = sequence;
        } catch (RuntimeException e) {
            LOG.error(
                    "The index could not be written; nothing is lost, it will be rebuilt from the journal",
                    e);
        }
    }
}

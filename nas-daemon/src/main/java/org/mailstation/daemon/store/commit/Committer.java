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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out operations one after the other on a thread of its own, as many as are waiting in one
 * commit. Only when names and journal are synced does the index change, so nobody ever sees what a
 * power cut could take back, and UIDs become visible in their order.
 */
public final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int LARGEST_COMMIT = 256;
    private static final int FRAMES_BETWEEN_CHECKPOINTS = 5000;
    private static final Duration TIME_BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

    private final Index index;
    private final Journal journal;
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
    public Committer(Index index, Journal journal, LetterFiles files, long sequence) {
        this.index = index;
        this.journal = journal;
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

    /** Carries out what is waiting, then ends. */
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
    }

    /**
     * The operations at the head of the queue that can be carried out together, or {@code null} at
     * the end.
     */
    private @Nullable Batch next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                if (!work.await(TIME_BETWEEN_CHECKPOINTS.toMillis(), TimeUnit.MILLISECONDS)) {
                    checkpoint();
                }
            }
            return waiting.isEmpty() ? null : Batch.take(waiting, LARGEST_COMMIT);
        } catch (InterruptedException e) {
            closing = true; // nobody but a stopping JVM interrupts this thread
            return waiting.isEmpty() ? null : Batch.take(waiting, LARGEST_COMMIT);
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
        List<Frame> frames = frames(planned);
        try {
            for (Path folder : folders(planned)) {
                files.sync(folder);
            }
            journal.append(frames);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            planned.forEach(one -> one.failed(e));
            return;
        }
        sequence += frames.size();
        if (apply(frames)) {
            planned.forEach(Planned::succeeded);
        } else {
            planned.forEach(one -> one.ticket().fail(Objects.requireNonNull(broken)));
        }
        if (sequence - checkpointed >= FRAMES_BETWEEN_CHECKPOINTS) {
            checkpoint();
        }
    }

    /**
     * What is in the journal has happened: if the index cannot follow, it must not answer any more
     * questions about it.
     */
    private boolean apply(List<Frame> frames) {
        try {
            frames.forEach(frame -> index.apply(frame.sequence(), frame.changes()));
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
            Planned<?> one = ticket.plan(new Staging(index, states));
            if (one != null) {
                states.putAll(one.staging().states());
                planned.add(one);
            }
        }
        return planned;
    }

    private List<Frame> frames(List<Planned<?>> planned) {
        List<Frame> frames = new ArrayList<>();
        for (Planned<?> one : planned) {
            var changes = one.staging().changes();
            if (!changes.isEmpty()) {
                frames.add(new Frame(sequence + frames.size() + 1, changes));
            }
        }
        return frames;
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

package org.mailstation.daemon.store.commit;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;

/**
 * Carries out operations one after the other, as many as are waiting in one commit. There is no
 * thread for it: whoever comes first leads, for himself and for those who are waiting by then, and
 * passes the lead to the next. That saves the single caller two changes of thread.
 */
public final class Committer implements AutoCloseable {
    private static final int LARGEST_COMMIT = 256;
    private static final Duration TIME_BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

    /** What part of a commit's time is worth waiting for company. */
    private static final int PATIENCE = 4;

    private final Commits commits;
    private final Compaction compaction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition quiet = lock.newCondition();
    private final Deque<Ticket<?>> waiting = new ArrayDeque<>();
    private final Thread housekeeper = new Thread(this::keepHouse, "store-housekeeping");
    private boolean led;
    private volatile boolean closing;
    private boolean keeperWaits;
    private boolean handed;
    private int lastSize;
    private long lastNanos;

    /**
     * @param sequence of the last frame in the journal
     */
    public Committer(
            Index index,
            Ahead ahead,
            LetterFiles files,
            Compaction compaction,
            Repair repair,
            long sequence) {
        commits = new Commits(index, ahead, files, repair, sequence);
        this.compaction = compaction;
        housekeeper.setDaemon(true);
    }

    public Committer start() {
        housekeeper.start();
        return this;
    }

    /**
     * Waits until the operation's changes are durable.
     *
     * @throws IOException if nothing of it happened
     */
    public <T> T run(Operation<T> operation) throws IOException {
        Ticket<T> ticket = new Ticket<>(operation);
        // an interrupt would close the files that a leader has open for others
        boolean interrupted = Thread.interrupted();
        try {
            if (enter(ticket) || ticket.awaitLeadOrAnswer()) {
                interrupted |= lead();
            }
            return ticket.answer();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * @return whether the caller leads
     */
    private boolean enter(Ticket<?> ticket) throws IOException {
        lock.lock();
        try {
            if (closing) {
                throw new IOException("the store is closed");
            }
            waiting.addLast(ticket);
            arrived.signal();
            boolean leads = !led;
            led = true;
            return leads;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Carries out one batch, which begins with the leader's own operation.
     *
     * @return whether the leader was interrupted while it waited for others
     */
    private boolean lead() {
        boolean interrupted = gather();
        Batch batch = next();
        long start = System.nanoTime();
        try {
            commits.run(batch);
        } finally {
            lastNanos = System.nanoTime() - start;
            passOn();
        }
        return interrupted;
    }

    private Batch next() {
        lock.lock();
        try {
            Batch batch = Batch.take(waiting, LARGEST_COMMIT);
            lastSize = batch.tickets().size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Those who got their answer from the last commit are about to ask for the next thing. Without
     * a moment's patience the commits would be half as large and twice as many.
     */
    private boolean gather() {
        lock.lock();
        try {
            int expected = Math.min(lastSize + waiting.size() - 1, LARGEST_COMMIT);
            long left = lastSize > 1 ? lastNanos / PATIENCE : 0;
            while (waiting.size() < expected && left > 0 && !closing) {
                left = arrived.awaitNanos(left);
            }
            return false;
        } catch (InterruptedException e) {
            return true; // passed on to the caller when the commit is done
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        lock.lock();
        try {
            Ticket<?> next = waiting.peekFirst();
            if (keeperWaits) {
                handed = true;
                quiet.signalAll();
            } else if (next == null) {
                led = false;
                quiet.signalAll();
            } else {
                next.lead();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the index failed and could not be repaired yet. */
    public boolean isBroken() {
        return commits.isBroken();
    }

    /** Carries out what is waiting, settles everything, then ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            arrived.signalAll();
            quiet.signalAll();
        } finally {
            lock.unlock();
        }
        Uninterruptibles.joinUninterruptibly(housekeeper);
        awaitQuiet();
        commits.settleAll();
        passOn();
    }

    private void awaitQuiet() {
        lock.lock();
        try {
            while (led) {
                quiet.awaitUninterruptibly();
            }
            led = true;
        } finally {
            lock.unlock();
        }
    }

    private void keepHouse() {
        while (takeQuietLead()) {
            commits.tidy();
            boolean compact =
                    !commits.isBroken() && compaction.isWorthwhile() && compaction.begin();
            passOn();
            if (compact) {
                compact();
            }
        }
    }

    /** Makes the journal short now, whether that is worth the effort or not. */
    public synchronized void compactNow() {
        takeLead();
        boolean begun = compaction.begin();
        passOn();
        if (begun) {
            compact();
        }
    }

    private void compact() {
        if (!compaction.write(() -> !closing)) {
            return;
        }
        takeLead();
        try {
            compaction.finish(!commits.isBroken());
        } finally {
            passOn();
        }
    }

    /** Before those who wait by now; one thread at a time may ask for it. */
    private void takeLead() {
        lock.lock();
        try {
            keeperWaits = true;
            while (led && !handed) {
                quiet.awaitUninterruptibly();
            }
            keeperWaits = false;
            handed = false;
            led = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a while; {@code false} at the end. */
    private boolean takeQuietLead() {
        lock.lock();
        try {
            long left = TIME_BETWEEN_CHECKPOINTS.toNanos();
            while (!closing && (left > 0 || led)) {
                left = left > 0 ? quiet.awaitNanos(left) : TimeUnit.MILLISECONDS.toNanos(50);
            }
            if (closing) {
                return false;
            }
            led = true;
            return true;
        } catch (InterruptedException e) {
            return false; // nobody but a stopping JVM interrupts this thread
        } finally {
            lock.unlock();
        }
    }
}

package org.mailstation.daemon.queue;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets threads that want the same sync at the same time share one: each returns after a sync that
 * began after it asked.
 */
final class SharedSync {
    /** The sync itself. */
    interface Work {
        void run() throws IOException;
    }

    private final Work work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private boolean running;
    private long begun;
    private long done;
    private long failed;

    SharedSync(Work work) {
        this.work = work;
    }

    /**
     * @throws IOException if the sync failed, for each thread that shared it
     */
    void run() throws IOException {
        lock.lock();
        try {
            long mine = begun + 1;
            while (running && done < mine) {
                finished.awaitUninterruptibly();
            }
            if (done >= mine) {
                if (failed >= mine) {
                    throw new IOException("the folder could not be synced");
                }
                return;
            }
            lead();
        } finally {
            lock.unlock();
        }
    }

    private void lead() throws IOException {
        running = true;
        long mine = ++begun;
        boolean good = false;
        lock.unlock();
        try {
            work.run();
            good = true;
        } finally {
            lock.lock();
            running = false;
            done = mine;
            if (!good) {
                failed = mine;
            }
            finished.signalAll();
        }
    }
}

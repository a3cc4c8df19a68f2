package org.mailstation.daemon.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Which entries are due, which wait for their time, and which are being worked on. Holds ids and
 * times only.
 */
final class Schedule {
    /** So that a clock that was set or a computer that slept is noticed soon. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    /**
     * An entry that waits.
     *
     * @param id ids sort in the order of arrival
     */
    record Entry(String id, Instant next) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = next.compareTo(other.next);
            return byTime == 0 ? id.compareTo(other.id) : byTime;
        }
    }

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Entry> waiting = new TreeSet<>();
    private final Map<String, Entry> inWork = new HashMap<>();
    private boolean closed;

    Schedule(Clock clock) {
        this.clock = clock;
    }

    void add(Entry entry) {
        locked(() -> waiting.add(entry));
    }

    /** Waits until an entry is due and hands it out; empty once closed. */
    Optional<Entry> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Duration wait =
                        waiting.isEmpty()
                                ? LONGEST_WAIT
                                : Duration.between(clock.instant(), waiting.first().next());
                if (!waiting.isEmpty() && (wait.isNegative() || wait.isZero())) {
                    Entry entry = waiting.removeFirst();
                    inWork.put(entry.id(), entry);
                    return Optional.of(entry);
                }
                Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
                boolean unused = changed.await(bounded.toNanos(), TimeUnit.NANOSECONDS);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** An entry that was handed out but reached nobody. */
    void giveBack(Entry entry, Instant next) {
        locked(
                () -> {
                    if (inWork.remove(entry.id()) != null) {
                        waiting.add(new Entry(entry.id(), next));
                    }
                });
    }

    void finished(String id) {
        locked(() -> inWork.remove(id));
    }

    /** Makes every waiting entry due, in the order of arrival. */
    int flush() {
        lock.lock();
        try {
            List<Entry> entries = new ArrayList<>(waiting);
            Instant now = clock.instant();
            waiting.clear();
            entries.forEach(entry -> waiting.add(new Entry(entry.id(), now)));
            changed.signalAll();
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes entries out of the waiting ones; they are then nobody's. */
    List<Entry> withdraw(Predicate<Entry> which) {
        lock.lock();
        try {
            List<Entry> withdrawn = waiting.stream().filter(which).toList();
            withdrawn.forEach(waiting::remove);
            return withdrawn;
        } finally {
            lock.unlock();
        }
    }

    /** All that are not done, in the order in which they are or were due. */
    List<Entry> all() {
        lock.lock();
        try {
            TreeSet<Entry> all = new TreeSet<>(waiting);
            all.addAll(inWork.values());
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size() + inWork.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        locked(() -> closed = true);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package org.mailstation.daemon.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * Nothing is put off for longer than this: what seems to be was so by a clock that was ahead.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** By less a clock is only kept right. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    /**
     * An entry that waits.
     *
     * @param id ids sort in the order of arrival
     * @param destination the domain that it is for
     */
    record Entry(String id, Instant next, String destination) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = next.compareTo(other.next);
            return byTime == 0 ? id.compareTo(other.id) : byTime;
        }
    }

    private final Clock clock;
    private final int atATime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Entry> waiting = new TreeSet<>();
    private final Map<String, Entry> inWork = new HashMap<>();
    private final Set<String> hurried = new HashSet<>();
    private Instant seen;
    private boolean closed;

    /**
     * @param atATime so many entries for one destination are in work at the same time
     */
    Schedule(Clock clock, int atATime) {
        this.clock = clock;
        this.atATime = atATime;
        this.seen = clock.instant();
    }

    void add(Entry entry) {
        locked(() -> waiting.add(entry));
    }

    /** One of an earlier run. */
    void resume(Entry entry) {
        Instant now = clock.instant();
        boolean ahead = entry.next().isAfter(now.plus(LONGEST_PAUSE));
        add(ahead ? new Entry(entry.id(), now, entry.destination()) : entry);
    }

    /**
     * Waits until an entry is due whose destination is not busy, and hands it out; empty once
     * closed.
     */
    Optional<Entry> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Instant now = clock.instant();
                followClock(now);
                Optional<Entry> due = due(now);
                if (due.isPresent()) {
                    waiting.remove(due.get());
                    inWork.put(due.get().id(), due.get());
                    return due;
                }
                boolean unused = changed.await(untilNext(now).toNanos(), TimeUnit.NANOSECONDS);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Who waits for ten minutes waits for ten minutes, and not for the time that was set back, too.
     */
    private void followClock(Instant now) {
        if (now.isBefore(seen.minus(SET_BACK))) {
            Duration back = Duration.between(seen, now);
            List<Entry> all = List.copyOf(waiting);
            waiting.clear();
            for (Entry entry : all) {
                waiting.add(new Entry(entry.id(), entry.next().plus(back), entry.destination()));
            }
        }
        seen = now;
    }

    private Optional<Entry> due(Instant now) {
        return waiting.stream()
                .takeWhile(entry -> !entry.next().isAfter(now))
                .filter(entry -> inWorkFor(entry.destination()) < atATime)
                .findFirst();
    }

    private long inWorkFor(String destination) {
        return inWork.values().stream()
                .filter(entry -> entry.destination().equals(destination))
                .count();
    }

    private Duration untilNext(Instant now) {
        Entry next = waiting.higher(new Entry("\uffff", now, ""));
        Duration wait = next == null ? LONGEST_WAIT : Duration.between(now, next.next());
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** An entry that was handed out but reached nobody, or could not be changed. */
    void giveBack(String id, Instant next) {
        locked(
                () -> {
                    hurried.remove(id);
                    Entry entry = inWork.remove(id);
                    if (entry != null) {
                        waiting.add(new Entry(id, next, entry.destination()));
                    }
                });
    }

    void finished(String id) {
        becomes(id, List.of());
    }

    /** An entry that was handed out is done, or waits again, and others came of it. */
    void becomes(String id, List<Entry> entries) {
        locked(
                () -> {
                    inWork.remove(id);
                    boolean hurry = hurried.remove(id);
                    for (Entry entry : entries) {
                        waiting.add(
                                hurry && entry.id().equals(id)
                                        ? new Entry(id, clock.instant(), entry.destination())
                                        : entry);
                    }
                });
    }

    /**
     * Makes every waiting entry due, in the order of arrival; an entry that is in work is due as
     * soon as it waits again.
     */
    int flush() {
        lock.lock();
        try {
            List<Entry> entries = new ArrayList<>(waiting);
            Instant now = clock.instant();
            hurried.addAll(inWork.keySet());
            waiting.clear();
            entries.forEach(entry -> waiting.add(new Entry(entry.id(), now, entry.destination())));
            changed.signalAll();
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    /** Makes one entry due; if it is in work, as soon as it waits again. */
    void hurry(String id) {
        locked(
                () -> {
                    if (inWork.containsKey(id)) {
                        hurried.add(id);
                    }
                    List<Entry> late = waiting.stream().filter(one -> one.id().equals(id)).toList();
                    for (Entry one : late) {
                        waiting.remove(one);
                        waiting.add(new Entry(id, clock.instant(), one.destination()));
                    }
                });
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

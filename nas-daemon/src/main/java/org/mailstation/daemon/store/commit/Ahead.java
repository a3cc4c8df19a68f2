package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.WriteAhead;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is durable only because it was written ahead, and how it comes to its final place. Used by
 * the committing thread; only the settling is done by another.
 *
 * <p>It is put off for a while: the system writes back what is some 30 seconds old by itself, many
 * letters at a time, and a sync finds nothing left to do then.
 */
public class Ahead {
    private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);
    private static final Duration PUT_OFF = Duration.ofSeconds(40);

    /** So many files are removed at once. */
    private static final int FEW = 16;

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    /** What one of the two files stands for. */
    private record Part(Set<Place> letters, Set<Path> emptied) {
        Part() {
            this(new HashSet<>(), ConcurrentHashMap.newKeySet());
        }
    }

    private final WriteAhead ahead;
    private final Journal journal;
    private final Settler settler;
    private final Executor executor;
    private final LongSupplier nanos;
    private final int mostLetters;
    private Part fresh = new Part();
    private Part leaving = new Part();
    private Set<Place> followers = new HashSet<>();
    private CompletableFuture<Void> removing = DONE;
    private CompletableFuture<Void> settling = DONE;
    private long since;

    /**
     * @param executor runs the settling, and removes files
     * @param nanos a clock that only goes forward
     * @param mostLetters how many may be written ahead before they are settled
     */
    public Ahead(
            WriteAhead ahead,
            Journal journal,
            Settler settler,
            Executor executor,
            LongSupplier nanos,
            int mostLetters) {
        this.ahead = ahead;
        this.journal = journal;
        this.settler = settler;
        this.executor = executor;
        this.nanos = nanos;
        this.mostLetters = mostLetters;
    }

    /** Whether this letter's file may not be on the disk yet. */
    boolean holds(Place letter) {
        return fresh.letters().contains(letter) || leaving.letters().contains(letter);
    }

    /**
     * Makes these durable.
     *
     * @throws IOException if none of them happened
     */
    void append(List<Entry> entries) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        makeRoom(entries);
        if (ahead.isEmpty()) {
            since = nanos.getAsLong();
        }
        long before = journal.length();
        journal.append(entries.stream().map(Entry::frame).toList());
        try {
            ahead.append(entries);
        } catch (IOException | RuntimeException e) {
            journal.takeBack(before, e);
            throw e;
        }
        entries.forEach(this::hold);
    }

    private void hold(Entry entry) {
        for (Entry.Body body : entry.bodies()) {
            fresh.letters().add(new Place(body.box(), body.uid()));
        }
        for (Entry.Share share : entry.shares()) {
            Place original = new Place(share.fromBox(), share.fromUid());
            Place copy = new Place(share.box(), share.uid());
            if (leaving.letters().contains(original) || followers.contains(original)) {
                followers.add(copy);
            }
            fresh.letters().add(copy);
        }
    }

    private void makeRoom(List<Entry> entries) throws IOException {
        if (!ahead.fits(octets(entries)) || fresh.letters().size() >= mostLetters) {
            finish();
            turn();
        }
    }

    private static long octets(List<Entry> entries) {
        long octets = 0;
        for (Entry entry : entries) {
            octets += 100 + 300L * entry.frame().changes().size();
            for (Entry.Body body : entry.bodies()) {
                octets += body.content().length;
            }
        }
        return octets;
    }

    /**
     * Removes files for what was appended last. Nobody waits for many; the next start finds those
     * to which this run does not come.
     */
    void remove(List<Leftover> leftovers) {
        if (leftovers.isEmpty()) {
            return;
        }
        Set<Path> emptied = fresh.emptied();
        if (leftovers.size() <= FEW && removing.isDone()) {
            emptied.addAll(settler.remove(leftovers));
        } else {
            removing = afterRemoving(() -> emptied.addAll(settler.remove(leftovers)));
        }
    }

    /** To be called from time to time. */
    void settleOld() {
        if (settling.isDone()
                && !settling.isCompletedExceptionally()
                && !ahead.isEmpty()
                && nanos.getAsLong() - since > PUT_OFF.toNanos()) {
            turnIfAllIsSettled();
        }
    }

    private void turnIfAllIsSettled() {
        try {
            settleFollowers();
            turn();
        } catch (IOException e) {
            LOG.warn("Copies of letters could not be synced; it is tried again", e);
        }
    }

    private void turn() {
        leaving = fresh;
        fresh = new Part();
        ahead.turn();
        List<Place> letters = new ArrayList<>(leaving.letters());
        Set<Path> emptied = leaving.emptied();
        settling =
                afterRemoving(
                        () -> {
                            try {
                                settler.settle(letters, emptied);
                            } catch (IOException e) {
                                throw new CompletionException(e);
                            }
                        });
    }

    private CompletableFuture<Void> afterRemoving(Runnable work) {
        return removing.exceptionally(_ -> null).thenRunAsync(work, executor);
    }

    /** Waits until the other part can be used. */
    private void finish() throws IOException {
        try {
            settling.join();
        } catch (CompletionException e) {
            LOG.warn("Letters could not be synced; they are written once more", e);
            // after a sync that failed the system may believe that all is well
            restoreLeft();
            settler.settle(leaving.letters(), leaving.emptied());
        }
        settleFollowers();
        settling = DONE;
        leaving = new Part();
    }

    private void restoreLeft() throws IOException {
        Sharing sharing = new Sharing();
        ahead.read(sharing::take);
        ahead.readLeft(
                entry -> {
                    for (Entry.Body body : entry.bodies()) {
                        for (Entry.Body one : sharing.everywhere(body)) {
                            settler.restore(one);
                        }
                    }
                });
    }

    /** Copies whose octets are in the other part have to be settled with it, too. */
    private void settleFollowers() throws IOException {
        if (!followers.isEmpty()) {
            settler.settle(followers, Set.of());
            followers = new HashSet<>();
        }
    }

    /** Settles everything, so that nothing is held any more. */
    void settleAll() throws IOException {
        finish();
        removing.join();
        settler.settle(fresh.letters(), fresh.emptied());
        fresh = new Part();
        ahead.clear();
    }
}

package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final WriteAhead ahead;
    private final Journal journal;
    private final Settler settler;
    private final Executor executor;
    private final LongSupplier nanos;
    private final int mostLetters;
    private Set<Place> fresh = new HashSet<>();
    private Set<Place> leaving = Set.of();
    private CompletableFuture<Void> settling = DONE;
    private long since;

    /**
     * @param executor runs the settling
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
        return fresh.contains(letter) || leaving.contains(letter);
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
        for (Entry entry : entries) {
            entry.bodies().forEach(body -> fresh.add(new Place(body.box(), body.uid())));
        }
    }

    private void makeRoom(List<Entry> entries) throws IOException {
        if (!ahead.fits(octets(entries)) || fresh.size() >= mostLetters) {
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

    /** To be called from time to time. */
    void settleOld() {
        if (settling.isDone()
                && !settling.isCompletedExceptionally()
                && !ahead.isEmpty()
                && nanos.getAsLong() - since > PUT_OFF.toNanos()) {
            turn();
        }
    }

    private void turn() {
        leaving = fresh;
        fresh = new HashSet<>();
        ahead.turn();
        List<Place> letters = new ArrayList<>(leaving);
        settling =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                settler.settle(letters);
                            } catch (IOException e) {
                                throw new CompletionException(e);
                            }
                        },
                        executor);
    }

    /** Waits until the other part can be used. */
    private void finish() throws IOException {
        try {
            settling.join();
        } catch (CompletionException e) {
            LOG.warn("Letters could not be synced; they are written once more", e);
            // after a sync that failed the system may believe that all is well
            ahead.readLeft(
                    entry -> {
                        for (Entry.Body body : entry.bodies()) {
                            settler.restore(body);
                        }
                    });
            settler.settle(leaving);
        }
        settling = DONE;
        leaving = Set.of();
    }

    /** Settles everything, so that nothing is held any more. */
    void settleAll() throws IOException {
        finish();
        settler.settle(fresh);
        fresh = new HashSet<>();
        ahead.clear();
    }
}

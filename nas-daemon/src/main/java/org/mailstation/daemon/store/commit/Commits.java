package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out batches, one at a time. Only when all of a batch is durable does the index change, so
 * nobody ever sees what a power cut could take back, and UIDs become visible in their order.
 */
final class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    /**
     * What was changed is in memory until it is written. One command can change ten thousand
     * letters, so that it is changes that count, not commands. In a large store nearly every change
     * is on a page of its own, of some kilobytes.
     */
    private static final int CHANGES_BETWEEN_CHECKPOINTS =
            changesBetweenCheckpoints(Runtime.getRuntime().maxMemory());

    private static final int FEWEST_CHANGES = 1000;
    private static final int MOST_CHANGES = 10_000;
    private static final long MEGABYTE = 1 << 20;
    private static final long MEGABYTES_OF_OTHERS = 32;
    private static final long CHANGES_A_MEGABYTE = 64;
    private static final long LEAST_ROOM = 8 * MEGABYTE;
    private static final long OCTETS_A_CHANGE = 4096;

    private final Index index;
    private final Ahead ahead;
    private final LetterFiles files;
    private final Repair repair;
    private long sequence;
    private long checkpointed;
    private long changes;
    private volatile @Nullable Throwable broken;

    Commits(Index index, Ahead ahead, LetterFiles files, Repair repair, long sequence) {
        this.index = index;
        this.ahead = ahead;
        this.files = files;
        this.repair = repair;
        this.sequence = sequence;
        this.checkpointed = sequence;
    }

    /** What is left of the heap for changes that wait to be written. */
    static int changesBetweenCheckpoints(long heap) {
        long changes = (heap / MEGABYTE - MEGABYTES_OF_OTHERS) * CHANGES_A_MEGABYTE;
        return (int) Math.clamp(changes, FEWEST_CHANGES, MOST_CHANGES);
    }

    boolean isBroken() {
        return broken != null || repair.trouble() != null;
    }

    /**
     * Tries to make a broken index well again.
     *
     * @return whether it is well
     */
    private boolean repaired() {
        Throwable cause = broken == null ? repair.trouble() : broken;
        if (cause == null) {
            return true;
        }
        if (broken == null) {
            LOG.error("The mail index failed; nothing is lost, it is repaired", cause);
        }
        broken = cause;
        try {
            repair.run(cause);
            broken = null;
            checkpointed = sequence;
            changes = 0;
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The mail index cannot be repaired yet: {}", e.toString());
            return false;
        }
    }

    /** Carries out a batch; every ticket in it has its answer when this returns. */
    void run(Batch batch) {
        try {
            carryOut(batch);
        } catch (RuntimeException | Error e) {
            LOG.error("A commit failed in a way that was not foreseen", e);
            broken = e;
            batch.tickets().forEach(ticket -> ticket.fail(e));
        }
    }

    private void carryOut(Batch batch) {
        if (isBroken() && !repaired()) {
            refuse(batch, new IOException("the mail index has to be repaired first", broken));
            return;
        }
        if (changes >= 2 * CHANGES_BETWEEN_CHECKPOINTS && !hasRoom()) {
            refuse(batch, new IOException("No space left for the mail index"));
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
            planned.forEach(one -> ahead.remove(one.staging().leftovers()));
        } else {
            planned.forEach(one -> one.ticket().fail(Objects.requireNonNull(broken)));
        }
        ahead.settleOld();
        if (changes >= CHANGES_BETWEEN_CHECKPOINTS) {
            checkpoint();
        }
    }

    private static void refuse(Batch batch, IOException refusal) {
        batch.tickets().forEach(ticket -> ticket.fail(refusal));
    }

    /**
     * Whether the index can be written. If not, that is put off: it would close itself, and nobody
     * could read any more.
     */
    private boolean hasRoom() {
        return files.left() > LEAST_ROOM + changes * OCTETS_A_CHANGE;
    }

    /**
     * What is in the journal has happened: if the index cannot follow, it must not answer any more
     * questions about it, until it is repaired.
     */
    private boolean apply(List<Entry> entries) {
        try {
            for (Entry entry : entries) {
                index.apply(entry.frame().sequence(), entry.frame().changes());
                changes += entry.frame().changes().size();
            }
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error("The mail index failed; nothing is lost, it is repaired", e);
            broken = e;
            return repaired();
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
                entries.add(new Entry(frame, one.staging().bodies(), one.staging().shares()));
            }
        }
        return entries;
    }

    private static Set<Path> folders(List<Planned<?>> planned) {
        Set<Path> folders = new HashSet<>();
        planned.forEach(one -> folders.addAll(one.staging().folders()));
        return folders;
    }

    /** Makes the index durable, which shortens the next start. */
    private void checkpoint() {
        if (checkpointed == sequence || isBroken() || !hasRoom()) {
            return;
        }
        try {
            index.checkpoint();
            checkpointed = sequence;
            changes = 0;
        } catch (RuntimeException e) {
            LOG.error(
                    "The mail index could not be written; nothing is lost, it follows the journal later",
                    e);
            broken = e;
        }
    }

    /** What can be done when nobody waits. */
    void tidy() {
        if (isBroken()) {
            repaired();
        }
        checkpoint();
        ahead.settleOld();
    }

    void settleAll() {
        try {
            ahead.settleAll();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Not everything could be synced; the next start does it again", e);
        }
    }
}

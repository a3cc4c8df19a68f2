package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.JournalDraft;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a journal short that tells mostly of what is over, in three steps: {@link #begin} and
 * {@link #finish} between two commits, and {@link #write}, which takes long, beside them.
 */
public final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final long LARGE_JOURNAL = 8 * 1024 * 1024;
    private static final int OCTETS_A_LETTER = 1000;

    private final Disk disk;
    private final Path beside;
    private final Index index;
    private final Journal journal;
    private @Nullable JournalDraft draft;
    private long from;
    private long mostFrames;
    private long nextTry;
    private int holders;

    /**
     * @param beside where the new journal is written
     */
    public Compaction(Disk disk, Path beside, Index index, Journal journal) {
        this.disk = disk;
        this.beside = beside;
        this.index = index;
        this.journal = journal;
    }

    /** Whether most of the journal tells of what is over. */
    public static boolean isWorthwhile(Journal journal, Index index) {
        long length = journal.length();
        return length > LARGE_JOURNAL && length > 3 * OCTETS_A_LETTER * letters(index);
    }

    private static long letters(Index index) {
        return index.boxes().stream().mapToLong(box -> index.state(box.id()).exists()).sum();
    }

    boolean isWorthwhile() {
        return !isHeld() && journal.length() >= nextTry && isWorthwhile(journal, index);
    }

    /**
     * Between two commits: until {@link #release} the journal only grows, so that its lengths mean
     * something.
     */
    public synchronized void hold() {
        holders++;
    }

    public synchronized void release() {
        holders--;
    }

    private synchronized boolean isHeld() {
        return holders > 0;
    }

    /**
     * Between two commits: everything up to here will be said anew.
     *
     * @return whether it can go on
     */
    boolean begin() {
        try {
            index.checkpoint(); // it knows then what the new journal says in other words
        } catch (RuntimeException e) {
            LOG.error("The index could not be written", e);
            return false;
        }
        from = journal.length();
        mostFrames = index.applied();
        nextTry = from + LARGE_JOURNAL; // if this one fails
        return true;
    }

    /**
     * While commits go on.
     *
     * @return whether it is whole
     */
    boolean write(BooleanSupplier goOn) {
        try {
            JournalDraft fresh = JournalDraft.begin(disk, beside);
            draft = fresh; // finish or discard
            long[] frames = {0};
            Snapshot.write(
                    index,
                    frame -> {
                        if (!goOn.getAsBoolean() || ++frames[0] > mostFrames) {
                            throw new IOException("given up after " + frames[0] + " frames");
                        }
                        fresh.take(frame);
                    },
                    0);
            fresh.sync();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.info("The mail journal was not made shorter; it is tried again later", e);
            discard();
            return false;
        }
    }

    /**
     * Between two commits.
     *
     * @param well whether the index has followed all of them
     */
    void finish(boolean well) {
        JournalDraft whole = draft;
        try {
            if (whole == null || !well || isHeld()) {
                return;
            }
            long before = journal.length();
            journal.goOnIn(whole, from);
            nextTry = 0;
            LOG.info("The mail journal has {} octets instead of {}", journal.length(), before);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The mail journal could not be exchanged for a shorter one", e);
        } finally {
            discard();
        }
    }

    private void discard() {
        JournalDraft old = draft;
        draft = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                LOG.debug("The next try removes {}", beside, e);
            }
        }
    }
}

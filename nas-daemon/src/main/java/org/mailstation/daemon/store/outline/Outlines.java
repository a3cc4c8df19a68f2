package org.mailstation.daemon.store.outline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.index.Following;
import org.mailstation.daemon.store.record.Glance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps outlines of letters in a file of their own, which can be removed at any time: they are
 * written when somebody has asked for them, apart from the journal, and nobody waits for the disk.
 * Without the file, or when it is damaged, they are made again.
 *
 * <p>Safe for use by many threads.
 */
public final class Outlines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outlines.class);

    /** Octets; what is larger is rare, and made again each time. */
    private static final int LARGEST = 64 * 1024;

    private final Path file;
    private final LongFunction<Iterator<Long>> letters;
    private @Nullable OutlineFile open;
    private boolean closed;

    /** The outlines of one kind, for letters in the order of their UIDs. */
    public interface Kept {
        /**
         * The octets of a letter's outline.
         *
         * @param letter with a greater UID than the one before
         * @return {@code null} if it was not asked for before
         */
        byte @Nullable [] of(Glance letter);
    }

    /**
     * @param file made when it is needed
     * @param letters the UIDs in a mailbox, ordered
     */
    public Outlines(Path file, LongFunction<Iterator<Long>> letters) {
        this.file = file;
        this.letters = letters;
    }

    /**
     * What is kept for the letters with these UIDs, both ends included.
     *
     * @param box their mailbox
     */
    public Kept kept(Kind kind, long box, long from, long to) {
        OutlineFile now = file();
        if (now == null) {
            return _ -> null;
        }
        Following<OutlineFile.Row> rows =
                new Following<>(now.rows(kind, box, from, to), OutlineFile.Row::uid);
        return letter -> {
            try {
                OutlineFile.Row row = rows.at(letter.uid());
                return row == null ? null : Seal.open(letter.id(), row.sealed());
            } catch (RuntimeException e) {
                discard(now, e);
                return null;
            }
        };
    }

    /** Keeps the outline of a letter. */
    public void keep(Kind kind, long box, Glance letter, byte[] octets) {
        OutlineFile now = octets.length <= LARGEST ? file() : null;
        if (now != null) {
            try {
                now.put(kind, box, letter.uid(), Seal.put(letter.id(), octets));
            } catch (RuntimeException e) {
                discard(now, e);
            }
        }
    }

    /** Forgets everything, so that it is made again from the letters. */
    public synchronized void forget() {
        if (!closed) {
            end();
            remove();
        }
    }

    /** Keeps nothing in memory only to be quick. */
    public synchronized void forgetPages() {
        if (open != null) {
            open.forgetPages();
        }
    }

    private synchronized @Nullable OutlineFile file() {
        if (open == null && !closed) {
            try {
                open = OutlineFile.open(file, letters);
            } catch (RuntimeException damaged) {
                LOG.warn("What was kept for lists of letters cannot be read; it is made anew");
                remove();
                open = OutlineFile.open(file, letters);
            }
        }
        return open;
    }

    private synchronized void discard(OutlineFile which, RuntimeException why) {
        if (open == which) {
            LOG.warn("What was kept for lists of letters is damaged; it is made anew", why);
            forget();
        }
    }

    private void end() {
        if (open != null) {
            open.abandon();
            open = null;
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Later calls keep and find nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.close();
            open = null;
        }
    }
}

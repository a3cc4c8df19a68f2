package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mailstation.daemon.store.commit.Compaction;
import org.mailstation.daemon.store.commit.Settler;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.FolderLock;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.disk.WriteAhead;
import org.mailstation.daemon.store.index.MvIndex;
import org.mailstation.daemon.store.index.RenewableIndex;
import org.mailstation.daemon.store.index.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps from a folder, in whatever state the last run has left it, to a store in which index,
 * journal and letters agree.
 */
final class Opening {
    /** The parts of an open store, in agreement. */
    record Parts(
            FolderLock lock,
            RenewableIndex index,
            Journal journal,
            WriteAhead ahead,
            LetterFiles files,
            long sequence) {}

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    static final String INTERNALS = ".station";
    static final String INDEX = "index.mv";

    private final Path root;
    private final Path internals;
    private final Path journalFile;
    private final Disk disk;
    private final Clock clock;

    Opening(Path root, Disk disk, Clock clock) {
        this.root = root;
        this.clock = clock;
        this.internals = root.resolve(INTERNALS);
        this.journalFile = internals.resolve("journal");
        this.disk = disk;
    }

    Parts run() throws IOException {
        Files.createDirectories(root);
        disk.createDirectory(internals);
        disk.syncDirectory(root);
        FolderLock lock = FolderLock.take(internals.resolve("lock"));
        try {
            return withIndex(lock, new RenewableIndex(openIndex(internals.resolve(INDEX))));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Parts withIndex(FolderLock lock, RenewableIndex index) throws IOException {
        try {
            LetterFiles files = new LetterFiles(root, disk, UUID.randomUUID().toString());
            Removed removed = new Removed();
            Parts parts = agree(lock, index, files, removed);
            if (!index.wasClosed()) {
                new Cleanup(root, internals, index, disk, files, removed).run();
            }
            parts.ahead().clear();
            return parts;
        } catch (IOException | RuntimeException e) {
            index.abandon();
            throw e;
        }
    }

    private Parts agree(FolderLock lock, RenewableIndex index, LetterFiles files, Removed removed)
            throws IOException {
        Recovery recovery = new Recovery(index, files);
        Journal journal = Journal.open(disk, journalFile, recovery::take);
        WriteAhead ahead = WriteAhead.open(disk, internals);
        Settler settler = new Settler(index, journal, files);
        boolean nothing = recovery.sequence() == 0 && index.applied() == 0;
        boolean behind = !new CatchUp(index, recovery, journal, settler, removed).run(ahead);
        Adoption adoption = new Adoption(root, index, files, clock);
        if (nothing && index.applied() == 0 && adoption.isNeeded()) {
            return adopt(lock, index, journal, ahead, files, adoption);
        }
        if (recovery.replayed() > 0) {
            LOG.info(
                    "Brought {} changes from the mail journal into the index", recovery.replayed());
        }
        if (behind) {
            LOG.warn("The mail journal is older than the index; it is written anew");
        }
        if (behind || Compaction.isWorthwhile(journal, index)) {
            return renew(lock, index, journal, ahead, files);
        }
        return new Parts(lock, index, journal, ahead, files, recovery.sequence());
    }

    private Parts adopt(
            FolderLock lock,
            RenewableIndex index,
            Journal empty,
            WriteAhead ahead,
            LetterFiles files,
            Adoption adoption)
            throws IOException {
        empty.close();
        long[] sequence = {0};
        Journal journal =
                Journal.replace(disk, journalFile, target -> sequence[0] = adoption.run(target));
        index.checkpoint();
        return new Parts(lock, index, journal, ahead, files, sequence[0]);
    }

    private Parts renew(
            FolderLock lock, RenewableIndex index, Journal old, WriteAhead ahead, LetterFiles files)
            throws IOException {
        old.close();
        long[] sequence = {0};
        Journal journal =
                Journal.replace(
                        disk, journalFile, target -> sequence[0] = Snapshot.write(index, target));
        index.apply(sequence[0], List.of());
        index.checkpoint();
        return new Parts(lock, index, journal, ahead, files, sequence[0]);
    }

    /** A damaged index is not worth a repair: it is set aside, and the journal makes a new one. */
    static MvIndex openIndex(Path file) throws IOException {
        try {
            return MvIndex.open(file);
        } catch (RuntimeException e) {
            if (!Files.exists(file) || !MvIndex.isDamage(e)) {
                throw e;
            }
            setAside(file, e);
            return MvIndex.open(file);
        }
    }

    static void setAside(Path file, Throwable cause) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Path aside = Objects.requireNonNull(file.resolveSibling("index.damaged"));
        LOG.warn(
                "The mail index cannot be read and will be rebuilt; the old one is kept as {}",
                aside,
                cause);
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }
}

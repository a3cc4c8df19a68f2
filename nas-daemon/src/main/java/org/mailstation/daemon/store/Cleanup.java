package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files agree with the index after a run that did not end in order. Files of letters and
 * mailboxes that had just been removed, and of letters that nobody acknowledged, are moved aside.
 * They could have been put there by a person, and nothing of that is ever deleted; all other files
 * that the index does not know certainly were, and stay for {@code mailstationctl reindex}.
 */
final class Cleanup {
    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private final Path root;
    private final Path removedLetters;
    private final Path unacknowledged;
    private final Index index;
    private final Disk disk;
    private final LetterFiles files;
    private final Removed removed;
    private final Set<Path> changed = new HashSet<>();
    private long strange;

    /**
     * @param internals where the folders for what is moved aside are made
     */
    Cleanup(Path root, Path internals, Index index, Disk disk, LetterFiles files, Removed removed) {
        this.root = root;
        this.removedLetters = internals.resolve("removed");
        this.unacknowledged = internals.resolve("unacknowledged");
        this.index = index;
        this.disk = disk;
        this.files = files;
        this.removed = removed;
    }

    /** When this returns, what it has done survives a power cut. */
    void run() throws IOException {
        for (BoxRecord box : index.boxes()) {
            cleanBox(box);
        }
        for (Path account : FolderWalk.folders(root)) {
            for (Path folder : FolderWalk.folders(account)) {
                cleanFolder(account, folder);
            }
        }
        for (Path folder : changed) {
            disk.syncDirectory(folder);
        }
        if (strange > 0) {
            LOG.warn(
                    "{} letters lie in folders of mailboxes without being in them;"
                            + " \"mailstationctl reindex\" takes them up",
                    strange);
        }
    }

    private void cleanBox(BoxRecord box) throws IOException {
        Path folder = files.folder(box.folder());
        for (Path file : FolderWalk.entries(folder)) {
            if (FolderWalk.name(file).startsWith(LetterFiles.INCOMING)) {
                disk.delete(file);
            }
        }
        for (Path bucket : FolderWalk.folders(folder)) {
            for (Path file : FolderWalk.entries(bucket)) {
                cleanLetter(box, file);
            }
        }
    }

    private void cleanLetter(BoxRecord box, Path file) throws IOException {
        long uid = FolderWalk.uid(file);
        if (uid == 0 || index.letter(box.id(), uid) != null) {
            return;
        }
        String name = box.id() + "-" + FolderWalk.name(file);
        if (removed.letter(box.id(), uid)) {
            moveAside(file, removedLetters, name);
        } else if (uid > index.state(box.id()).lastUid()) {
            moveAside(file, unacknowledged, name);
        } else {
            strange++;
        }
    }

    /** Folders end in the number of their mailbox. */
    private void cleanFolder(Path account, Path folder) throws IOException {
        long id = FolderWalk.box(folder);
        if (id > 0 && removed.box(id) && index.box(id) == null) {
            String name = FolderWalk.name(account) + "-" + FolderWalk.name(folder);
            moveAside(folder, removedLetters, name);
        }
    }

    private void moveAside(Path file, Path where, String name) throws IOException {
        disk.createDirectory(where);
        Path aside = where.resolve(name);
        for (int number = 2; Files.exists(aside); number++) {
            aside = where.resolve(number + "-" + name);
        }
        LOG.info("{} should not be there after the last run; it is kept as {}", file, aside);
        disk.move(file, aside);
        changed.add(where);
        changed.add(file.resolveSibling(".").normalize());
    }
}

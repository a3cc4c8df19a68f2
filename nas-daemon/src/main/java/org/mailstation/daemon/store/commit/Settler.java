package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes letters and journal durable where they lie, so that what was written ahead can be
 * forgotten.
 */
public final class Settler {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

    private final Index index;
    private final Journal journal;
    private final LetterFiles files;

    public Settler(Index index, Journal journal, LetterFiles files) {
        this.index = index;
        this.journal = journal;
        this.files = files;
    }

    /**
     * Syncs these letters, their names, and the journal. Letters that were removed do not count.
     *
     * @param emptied folders from which letters were removed
     */
    public void settle(Collection<Place> letters, Collection<Path> emptied) throws IOException {
        Set<Path> folders = new HashSet<>(emptied);
        for (Place place : letters) {
            Path file = file(place);
            if (file != null && sync(place, file)) {
                folders.add(file.resolveSibling("."));
            }
        }
        for (Path folder : folders) {
            syncFolder(folder.normalize());
        }
        journal.sync();
    }

    private boolean sync(Place place, Path file) throws IOException {
        try {
            files.syncLetter(file);
            return true;
        } catch (NoSuchFileException e) {
            if (file(place) != null) {
                LOG.warn("The letter {} was taken away by somebody else", file);
            }
            return false;
        }
    }

    private void syncFolder(Path folder) throws IOException {
        try {
            files.sync(folder);
        } catch (NoSuchFileException e) {
            LOG.debug("{} was removed with its mailbox", folder, e);
        }
    }

    /**
     * Removes files that are not needed any more. One that cannot be removed stays until the next
     * start.
     *
     * @return the folders in which they were
     */
    Set<Path> remove(Collection<Leftover> leftovers) {
        Set<Path> folders = new HashSet<>();
        for (Leftover leftover : leftovers) {
            try {
                folders.add(leftover.remove(files));
            } catch (IOException | RuntimeException e) {
                LOG.warn("A file that is no longer needed could not be removed", e);
            }
        }
        return folders;
    }

    /** Writes a letter again if its file is not what was promised. */
    public void restore(Entry.Body body) throws IOException {
        BoxRecord box = index.box(body.box());
        if (box == null || index.letter(body.box(), body.uid()) == null) {
            return;
        }
        Path file = files.letter(box.folder(), body.uid());
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), body.content())) {
            files.rewrite(box.folder(), body.uid(), body.content());
        }
    }

    private @Nullable Path file(Place place) {
        BoxRecord box = index.box(place.box());
        return box == null || index.letter(place.box(), place.uid()) == null
                ? null
                : files.letter(box.folder(), place.uid());
    }
}

package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files agree with the index after a run that did not end in order. Letters that were
 * removed but still have a file lose it; letters that nobody acknowledged, and that the journal
 * therefore does not know, are kept in a folder for a person to look at.
 */
final class Cleanup {
    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private final Path root;
    private final Path unknown;
    private final Index index;
    private final Disk disk;
    private final LetterFiles files;

    Cleanup(Path root, Path unknown, Index index, Disk disk, LetterFiles files) {
        this.root = root;
        this.unknown = unknown;
        this.index = index;
        this.disk = disk;
        this.files = files;
    }

    void run() throws IOException {
        for (BoxRecord box : index.boxes()) {
            cleanBox(box);
        }
        for (Path account : folders(root)) {
            for (Path folder : folders(account)) {
                cleanFolder(account, folder);
            }
        }
    }

    private void cleanBox(BoxRecord box) throws IOException {
        Path folder = files.folder(box.folder());
        for (Path file : entries(folder)) {
            if (name(file).startsWith(LetterFiles.INCOMING)) {
                disk.delete(file);
            }
        }
        for (Path bucket : folders(folder)) {
            for (Path file : entries(bucket)) {
                cleanLetter(box, file);
            }
        }
    }

    private void cleanLetter(BoxRecord box, Path file) throws IOException {
        String name = name(file);
        if (!name.matches("[1-9][0-9]{0,17}\\" + LetterFiles.SUFFIX)) {
            return; // not ours
        }
        long uid = Long.parseLong(name.substring(0, name.length() - LetterFiles.SUFFIX.length()));
        if (index.letter(box.id(), uid) != null) {
            return;
        }
        if (uid <= index.state(box.id()).lastUid()) {
            disk.delete(file);
        } else {
            disk.createDirectory(unknown);
            Path aside = unknown.resolve(box.id() + "-" + name);
            LOG.info("The letter {} was never acknowledged; it is kept as {}", file, aside);
            disk.move(file, aside);
        }
    }

    /** Folders end in the number of their mailbox; one that was removed should have none. */
    private void cleanFolder(Path account, Path folder) throws IOException {
        String name = name(folder);
        int mark = name.lastIndexOf('~');
        if (mark < 0) {
            return;
        }
        try {
            long id = Long.parseLong(name.substring(mark + 1), Character.MAX_RADIX);
            if (id > 0 && id <= index.lastBox() && index.box(id) == null) {
                files.removeFolder(name(account) + "/" + name);
            }
        } catch (NumberFormatException e) {
            LOG.debug("{} is not a mailbox", folder, e);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> folders(Path folder) throws IOException {
        return entries(folder).stream()
                .filter(Files::isDirectory)
                .filter(path -> !name(path).startsWith("."))
                .toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}

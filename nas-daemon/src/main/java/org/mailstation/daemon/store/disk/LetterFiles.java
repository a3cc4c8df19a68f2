package org.mailstation.daemon.store.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.mailstation.daemon.store.record.BoxPath;

/**
 * Where letters are: {@code ACCOUNT/MAILBOX~ID/N/UID.eml}, where N is the UID divided by 1000, so
 * that no folder grows too large. Folder names are made by {@link SafeName}; ID is the mailbox's
 * number in base 36 and keeps apart what looks the same.
 */
public final class LetterFiles {
    public static final String SUFFIX = ".eml";
    public static final String INCOMING = ".incoming-";
    private static final int LETTERS_A_FOLDER = 1000;

    private final Path root;
    private final Disk disk;
    private final String run;
    private final AtomicLong count = new AtomicLong();
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    /**
     * A letter on disk that has no number yet.
     *
     * @param size in octets
     */
    public record Received(Path file, long size) {}

    /**
     * @param run keeps the temporary names of this run apart from leftovers of earlier ones
     */
    public LetterFiles(Path root, Disk disk, String run) {
        this.root = root;
        this.disk = disk;
        this.run = run;
    }

    /** How many octets more the disk takes. */
    public long left() {
        return disk.left(root);
    }

    /** The folder of a new mailbox, relative to the root. */
    public static String folderFor(BoxPath path, long id) {
        return SafeName.of(path.user())
                + "/"
                + SafeName.of(path.name())
                + "~"
                + Long.toString(id, Character.MAX_RADIX);
    }

    public Path folder(String folder) {
        return root.resolve(folder);
    }

    public Path letter(String folder, long uid) {
        return bucket(folder, uid).resolve(uid + SUFFIX);
    }

    public Path bucket(String folder, long uid) {
        return folder(folder).resolve(Long.toString(uid / LETTERS_A_FOLDER));
    }

    /** Makes the folders down to this mailbox, durably. */
    public void makeFolder(String folder) throws IOException {
        makeDurably(folder(folder));
    }

    /** Writes a letter that has no number yet; its content is synced when this returns. */
    public Received receive(String folder, InputStream content) throws IOException {
        Path file = incoming(folder);
        try {
            return new Received(file, disk.writeNew(file, content));
        } catch (IOException | RuntimeException e) {
            discard(file, e);
            throw e;
        }
    }

    /** Writes a letter that has no number yet, without waiting for the disk. */
    public Received receiveLater(String folder, byte[] content) throws IOException {
        Path file = incoming(folder);
        try {
            disk.writeLater(file, content);
            return new Received(file, content.length);
        } catch (IOException | RuntimeException e) {
            discard(file, e);
            throw e;
        }
    }

    private Path incoming(String folder) {
        return folder(folder).resolve(INCOMING + run + "-" + count.incrementAndGet());
    }

    /** Puts a letter in its place, whatever is there. The caller syncs its folder. */
    public void rewrite(String folder, long uid, byte[] content) throws IOException {
        Path bucket = bucket(folder, uid);
        makeDurably(bucket);
        Path file = incoming(folder);
        disk.writeNew(file, new ByteArrayInputStream(content));
        disk.move(file, letter(folder, uid));
    }

    public void syncLetter(Path letter) throws IOException {
        disk.syncFile(letter);
    }

    /**
     * Gives a received letter its name. The caller syncs the returned folder before it relies on
     * the name.
     */
    public Path place(Received received, String folder, long uid) throws IOException {
        Path bucket = bucket(folder, uid);
        makeDurably(bucket);
        disk.move(received.file(), letter(folder, uid));
        return bucket;
    }

    /** Lets one file be a letter of two mailboxes. The caller syncs the returned folder. */
    public Path share(Path letter, String folder, long uid) throws IOException {
        Path bucket = bucket(folder, uid);
        makeDurably(bucket);
        disk.link(letter, letter(folder, uid));
        return bucket;
    }

    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    public void sync(Path folder) throws IOException {
        disk.syncDirectory(folder);
    }

    /** Removes a mailbox's folder with all letters in it. */
    public void removeFolder(String folder) throws IOException {
        Path path = folder(folder);
        known.removeIf(known -> known.startsWith(path));
        if (Files.isDirectory(path)) {
            removeTree(path);
        }
    }

    private void removeTree(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path entry : all.sorted(Comparator.reverseOrder()).toList()) {
                disk.delete(entry);
            }
        }
    }

    private void discard(Path file, Exception cause) {
        try {
            disk.delete(file);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void makeDurably(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path path = folder; !path.equals(root) && !known.contains(path); path = parent(path)) {
            missing.addFirst(path);
        }
        for (Path path : missing) {
            disk.createDirectory(path);
            disk.syncDirectory(parent(path));
            known.add(path);
        }
    }

    private Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? root : parent;
    }
}

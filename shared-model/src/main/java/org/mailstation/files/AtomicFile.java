package org.mailstation.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes small files so that after a power cut there is either the old content or the new one,
 * never a part.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** The same for a text in UTF-8, after making the folders on the way. */
    public static void writeWithFolders(Path file, String text) throws IOException {
        Files.createDirectories(folder(file));
        write(file, text);
    }

    /** Replaces a file by this text in UTF-8, as {@link #write(Path, byte[])} does. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Replaces a file, readable by its owner only. When this returns, the new content is on the
     * disk. Several may write the same file at a time; the last one counts.
     *
     * @throws IOException also if the folder does not exist; the old content is then still there
     */
    public static void write(Path file, byte[] content) throws IOException {
        // a file made like this is its owner's only
        Path fresh = Files.createTempFile(folder(file), "." + file.getFileName(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Renames within a folder; the new name is on the disk when this returns. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folder(to));
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        return folder;
    }

    /** Windows writes names down by itself, and lets nobody open a folder. */
    private static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

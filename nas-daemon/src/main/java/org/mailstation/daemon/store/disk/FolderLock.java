package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process, or a second store in this one, away from a folder. The system lets go of
 * it when the process ends.
 */
public final class FolderLock implements AutoCloseable {
    private final RandomAccessFile file;

    private FolderLock(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * @throws IOException if somebody has it
     */
    public static FolderLock take(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        if (lock(file) == null) {
            file.close();
            throw new IOException("the folder is in use by another process: " + path.getParent());
        }
        return new FolderLock(file);
    }

    private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // by this process
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

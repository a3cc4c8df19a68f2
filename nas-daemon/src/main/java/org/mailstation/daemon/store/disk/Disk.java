package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The few file operations on which durability rests. Nothing survives a power cut unless it was
 * synced: the content of a file by {@link #writeNew}, {@link #syncFile}, {@link Room#writeThrough}
 * or {@link AppendFile#sync()}, its name by {@link #syncDirectory} of the folder that holds the
 * name.
 */
public interface Disk {
    /** Makes a folder whose parent exists; does nothing if it is there. */
    void createDirectory(Path folder) throws IOException;

    /**
     * Writes a new file and syncs its content, not its name.
     *
     * @return octets written
     */
    long writeNew(Path file, InputStream content) throws IOException;

    /** Writes a new file without waiting for the disk. */
    void writeLater(Path file, byte[] content) throws IOException;

    /** Syncs the content of a file, not its name. */
    void syncFile(Path file) throws IOException;

    /** Renames within the store, replacing nothing that matters. */
    void move(Path from, Path to) throws IOException;

    /** Gives a file a second name; copies (and syncs) where the file system has no links. */
    void link(Path existing, Path another) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException;

    void syncDirectory(Path folder) throws IOException;

    /** How many octets more the disk of this folder takes; 0 if that cannot be told. */
    long left(Path folder);

    /** Opens or creates a file that grows at its end. */
    AppendFile append(Path file) throws IOException;

    /** Opens or creates a file that is written over and over. */
    Room room(Path file) throws IOException;

    /** A file whose room is taken early, so that a sync has nothing to do but the content. */
    interface Room extends AutoCloseable {
        long length() throws IOException;

        /** Takes room at the end, and syncs it. */
        void extend(int octets) throws IOException;

        /** When this returns the octets are on the disk. */
        void writeThrough(long position, byte[] octets) throws IOException;

        void truncate(long length) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A file that grows at its end. */
    interface AppendFile extends AutoCloseable {
        long length() throws IOException;

        void write(byte[] octets) throws IOException;

        void sync() throws IOException;

        void truncate(long length) throws IOException;

        @Override
        void close() throws IOException;
    }
}

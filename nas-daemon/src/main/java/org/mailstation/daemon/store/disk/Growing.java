package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A RandomAccessFile, since a FileChannel would be closed by an interrupt of whichever thread is
 * using it.
 */
final class Growing implements Disk.AppendFile {
    private final RandomAccessFile file;

    Growing(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        file.seek(file.length());
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public void write(byte[] octets) throws IOException {
        file.write(octets);
    }

    @Override
    public void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void truncate(long length) throws IOException {
        file.setLength(length);
        file.seek(length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

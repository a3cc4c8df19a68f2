package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Not a channel, which an interrupt of whichever thread is using it would close. The file is open
 * twice, since only a file that was opened so can be written through without a second write for the
 * time of its last change.
 */
final class FixedRoom implements Disk.Room {
    private final RandomAccessFile file;
    private final RandomAccessFile through;

    FixedRoom(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        try {
            through = new RandomAccessFile(path.toFile(), "rwd");
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public void extend(int octets) throws IOException {
        file.seek(file.length());
        file.write(new byte[octets]);
        file.getFD().sync();
    }

    @Override
    public void writeThrough(long position, byte[] octets) throws IOException {
        through.seek(position);
        through.write(octets);
    }

    @Override
    public void truncate(long length) throws IOException {
        file.setLength(length);
    }

    @Override
    public void close() throws IOException {
        try {
            through.close();
        } finally {
            file.close();
        }
    }
}

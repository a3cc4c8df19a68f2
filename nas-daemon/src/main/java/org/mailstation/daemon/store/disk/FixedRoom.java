package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Used by the committing thread alone, which nobody interrupts, so that it may be a channel: only
 * that can sync without the time of the last change, which would cost a second write.
 */
final class FixedRoom implements Disk.Room {
    private final RandomAccessFile file;
    private final FileChannel channel;

    FixedRoom(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        channel = file.getChannel();
    }

    @Override
    public long length() throws IOException {
        return channel.size();
    }

    @Override
    public void write(long position, byte[]... parts) throws IOException {
        file.seek(position);
        for (byte[] part : parts) {
            file.write(part);
        }
    }

    @Override
    public void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void truncate(long length) throws IOException {
        channel.truncate(length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

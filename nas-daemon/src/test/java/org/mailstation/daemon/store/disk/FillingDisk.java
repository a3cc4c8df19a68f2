package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A disk that is full, or read-only, from some operation on, until there is room again. What needs
 * no room still works.
 */
public final class FillingDisk implements Disk {
    private final Disk real = new RealDisk();
    private int left = Integer.MAX_VALUE;
    private boolean readOnly;

    /** After so many more operations that need room there is none. */
    public synchronized void fillAfter(int operations) {
        left = operations;
    }

    /** After so many more operations that need room it can only be read. */
    public synchronized void readOnlyAfter(int operations) {
        left = operations;
        readOnly = true;
    }

    public synchronized void empty() {
        left = Integer.MAX_VALUE;
        readOnly = false;
    }

    private synchronized void change() throws IOException {
        if (readOnly && left == 0) {
            throw new IOException("Read-only file system");
        }
    }

    private synchronized void room() throws IOException {
        if (left == 0) {
            throw new IOException("No space left on device");
        }
        left--;
    }

    @Override
    public void createDirectory(Path folder) throws IOException {
        room();
        real.createDirectory(folder);
    }

    @Override
    public long writeNew(Path file, InputStream content) throws IOException {
        room();
        return real.writeNew(file, content);
    }

    @Override
    public void writeLater(Path file, byte[] content) throws IOException {
        room();
        real.writeLater(file, content);
    }

    @Override
    public void syncFile(Path file) throws IOException {
        room();
        real.syncFile(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        room();
        real.move(from, to);
    }

    @Override
    public void link(Path existing, Path another) throws IOException {
        room();
        real.link(existing, another);
    }

    @Override
    public void delete(Path file) throws IOException {
        change();
        real.delete(file);
    }

    @Override
    public void syncDirectory(Path folder) throws IOException {
        room();
        real.syncDirectory(folder);
    }

    @Override
    public synchronized long left(Path folder) {
        return left == 0 ? 0 : Long.MAX_VALUE;
    }

    @Override
    public AppendFile append(Path file) throws IOException {
        AppendFile opened = real.append(file);
        return new AppendFile() {
            @Override
            public long length() throws IOException {
                return opened.length();
            }

            @Override
            public void write(byte[] octets) throws IOException {
                room();
                opened.write(octets);
            }

            @Override
            public void sync() throws IOException {
                room();
                opened.sync();
            }

            @Override
            public void truncate(long length) throws IOException {
                change();
                opened.truncate(length);
            }

            @Override
            public void close() throws IOException {
                opened.close();
            }
        };
    }

    @Override
    public Room room(Path file) throws IOException {
        Room opened = real.room(file);
        return new Room() {
            @Override
            public long length() throws IOException {
                return opened.length();
            }

            @Override
            public void extend(int octets) throws IOException {
                room();
                opened.extend(octets);
            }

            @Override
            public void writeThrough(long position, byte[] octets) throws IOException {
                room();
                opened.writeThrough(position, octets);
            }

            @Override
            public void truncate(long length) throws IOException {
                change();
                opened.truncate(length);
            }

            @Override
            public void close() throws IOException {
                opened.close();
            }

            private void room() throws IOException {
                FillingDisk.this.room();
            }
        };
    }
}

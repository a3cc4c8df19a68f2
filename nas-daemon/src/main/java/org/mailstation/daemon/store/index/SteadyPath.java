package org.mailstation.daemon.store.index;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A kind of path for MVStore, {@code steady:}, whose files stay open when a thread that is reading
 * them is interrupted. An ordinary channel would be closed, and the index with it, by a client that
 * hangs up at the wrong moment.
 */
public final class SteadyPath extends FilePathWrapper {
    private static final String SCHEME = "steady";

    /** The name under which MVStore opens this file steadily. */
    public static String of(java.nio.file.Path file) {
        FilePath.register(new SteadyPath());
        return SCHEME + ":" + file;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(new RandomAccessFile(getBase().toString(), mode));
    }

    private static final class SteadyFile extends FileBaseDefault {
        private final RandomAccessFile file;

        SteadyFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            file.seek(position);
            int count =
                    file.read(
                            target.array(),
                            target.arrayOffset() + target.position(),
                            target.remaining());
            if (count > 0) {
                target.position(target.position() + count);
            }
            return count;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int count = source.remaining();
            file.seek(position);
            file.write(source.array(), source.arrayOffset() + source.position(), count);
            source.position(source.limit());
            return count;
        }

        @Override
        protected synchronized void implTruncate(long size) throws IOException {
            if (size < file.length()) {
                file.setLength(size);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.getFD().sync();
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared)
                throws IOException {
            return file.getChannel().tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}

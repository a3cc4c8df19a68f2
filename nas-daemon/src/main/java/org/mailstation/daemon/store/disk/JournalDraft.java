package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mailstation.daemon.store.record.Frame;

/** A journal that is being written beside the one in use. */
public final class JournalDraft implements AutoCloseable, Journal.Target {
    private static final int CHUNK = 64 * 1024;

    private final Disk disk;
    private final Path path;
    private final Disk.AppendFile file;
    private boolean inPlace;

    private JournalDraft(Disk disk, Path path, Disk.AppendFile file) {
        this.disk = disk;
        this.path = path;
        this.file = file;
    }

    /** Begins one, whatever an earlier try has left. */
    public static JournalDraft begin(Disk disk, Path path) throws IOException {
        disk.delete(path);
        return new JournalDraft(disk, path, disk.append(path));
    }

    @Override
    public void take(Frame frame) throws IOException {
        file.write(Journal.encode(List.of(frame)));
    }

    public void sync() throws IOException {
        file.sync();
    }

    long length() throws IOException {
        return file.length();
    }

    /** Adds octets of another journal, durably. */
    void append(InputStream in, long octets) throws IOException {
        for (long left = octets; left > 0; ) {
            byte[] chunk = in.readNBytes((int) Math.min(CHUNK, left));
            if (chunk.length == 0) {
                throw new IOException("the journal is shorter than it was");
            }
            file.write(chunk);
            left -= chunk.length;
        }
        file.sync();
    }

    /** Gives it the other's name; the file stays open for its new owner. */
    Disk.AppendFile putInPlaceOf(Path other) throws IOException {
        disk.move(path, other);
        disk.syncDirectory(Objects.requireNonNull(other.toAbsolutePath().getParent()));
        inPlace = true;
        return file;
    }

    /** Throws it away, unless it is in place. */
    @Override
    public void close() throws IOException {
        if (!inPlace) {
            try {
                file.close();
            } finally {
                disk.delete(path);
            }
        }
    }
}

package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mailstation.daemon.store.record.Entry;

/**
 * The latest commits, letters included, in two files that take turns and are written over again.
 * One sync of it makes a whole commit durable; letters, folders and journal may follow later, but
 * before the room is used again.
 */
public final class WriteAhead implements AutoCloseable {
    private final WriteAheadPart[] parts;
    private long epoch;
    private int current;

    private WriteAhead(WriteAheadPart[] parts, long epoch) {
        this.parts = parts;
        this.epoch = epoch;
    }

    /** Opens or creates the two files in this folder, with what the last run has left in them. */
    public static WriteAhead open(Disk disk, Path folder) throws IOException {
        WriteAheadPart first = WriteAheadPart.open(disk, folder.resolve("ahead.0"));
        try {
            WriteAheadPart second = WriteAheadPart.open(disk, folder.resolve("ahead.1"));
            disk.syncDirectory(folder);
            long epoch = Math.max(first.epoch(), second.epoch());
            return new WriteAhead(new WriteAheadPart[] {first, second}, epoch);
        } catch (IOException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** Takes an entry. */
    public interface Taking {
        void take(Entry entry) throws IOException;
    }

    /** Tells all entries in the order in which they were written. */
    public void read(Taking taking) throws IOException {
        boolean swapped = parts[0].epoch() > parts[1].epoch();
        parts[swapped ? 1 : 0].read(taking);
        parts[swapped ? 0 : 1].read(taking);
    }

    /** Tells the entries of the part that {@link #turn} has left. */
    public void readLeft(Taking taking) throws IOException {
        parts[1 - current].read(taking);
    }

    /** Forgets everything; what was in it is settled. */
    public void clear() throws IOException {
        for (WriteAheadPart part : parts) {
            part.clear();
        }
        epoch++;
        parts[current].begin(epoch);
    }

    public boolean isEmpty() {
        return parts[current].isEmpty();
    }

    /** Whether the part in use has room for so much more; an empty one takes anything. */
    public boolean fits(long octets) {
        return isEmpty() || parts[current].position() + octets <= WriteAheadPart.LARGEST;
    }

    /** Goes on with the other part, of which all must be settled. */
    public void turn() {
        current = 1 - current;
        epoch++;
        parts[current].begin(epoch);
    }

    /** Makes entries durable, all of them, or throws. */
    public void append(List<Entry> entries) throws IOException {
        parts[current].append(Objects.requireNonNull(entries));
    }

    @Override
    public void close() throws IOException {
        try {
            parts[0].close();
        } finally {
            parts[1].close();
        }
    }
}

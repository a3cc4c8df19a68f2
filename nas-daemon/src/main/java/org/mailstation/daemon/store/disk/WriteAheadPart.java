package org.mailstation.daemon.store.disk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.Entry;

/**
 * One file of a {@link WriteAhead}. An entry is its length and CRC-32C, four octets each, its head,
 * and the letters' octets. Each use of the file is an epoch with its own number, which is in every
 * entry: so what an earlier use has left behind the last entry is not taken for one.
 */
final class WriteAheadPart implements AutoCloseable {
    static final long LARGEST = 32 * 1024 * 1024;
    private static final int SMALLEST_STEP = 256 * 1024;
    private static final int LARGEST_STEP = 4 * 1024 * 1024;
    private static final int HEAD = 8;

    private final Path path;
    private final Disk.Room room;
    private long epoch;
    private long position;
    private long length;

    private WriteAheadPart(Path path, Disk.Room room) throws IOException {
        this.path = path;
        this.room = room;
        this.length = room.length();
    }

    static WriteAheadPart open(Disk disk, Path path) throws IOException {
        WriteAheadPart part = new WriteAheadPart(path, disk.room(path));
        part.epoch = part.firstEpoch();
        part.position = part.length; // not known yet; as much as there can be
        return part;
    }

    /** Of the last use of the file, 0 if it was never used. */
    long epoch() {
        return epoch;
    }

    long position() {
        return position;
    }

    boolean isEmpty() {
        return position == 0;
    }

    void begin(long newEpoch) {
        epoch = newEpoch;
        position = 0;
    }

    /** Keeps the room, so that it need not be taken again. */
    void clear() throws IOException {
        if (length > LARGEST + LARGEST_STEP) {
            room.truncate(0);
            length = 0;
        } else if (length > 0) {
            room.writeThrough(0, new byte[HEAD]);
        }
        position = 0;
    }

    void append(List<Entry> entries) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (Entry entry : entries) {
            encode(entry, parts);
        }
        byte[] octets = joined(parts);
        long needed = position + octets.length;
        if (needed > length) {
            long step = Math.clamp(length, SMALLEST_STEP, LARGEST_STEP);
            room.extend(Math.toIntExact(needed - length + step));
            length = needed + step;
        }
        room.writeThrough(position, octets);
        position = needed;
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer octets = ByteBuffer.allocate(parts.stream().mapToInt(one -> one.length).sum());
        parts.forEach(octets::put);
        return octets.array();
    }

    private void encode(Entry entry, List<byte[]> parts) {
        byte[] head = entry.head(epoch);
        CRC32C check = new CRC32C();
        check.update(head);
        int size = head.length;
        for (Entry.Body body : entry.bodies()) {
            check.update(body.content());
            size += body.content().length;
        }
        parts.add(ByteBuffer.allocate(HEAD).putInt(size).putInt((int) check.getValue()).array());
        parts.add(head);
        entry.bodies().forEach(body -> parts.add(body.content()));
    }

    /** Tells what was appended in the last use of the file. */
    void read(WriteAhead.Taking taking) throws IOException {
        long left = Math.min(position, Files.size(path));
        try (DataInputStream in = stream()) {
            while (true) {
                byte[] bytes = next(in, left);
                Entry entry = bytes == null ? null : Entry.read(bytes, epoch);
                if (bytes == null || entry == null) {
                    return;
                }
                taking.take(entry);
                left -= HEAD + bytes.length;
            }
        }
    }

    private long firstEpoch() throws IOException {
        try (DataInputStream in = stream()) {
            byte[] bytes = next(in, length);
            return bytes == null ? 0 : Entry.epoch(bytes);
        }
    }

    private DataInputStream stream() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
    }

    private static byte @Nullable [] next(DataInputStream in, long left) throws IOException {
        if (left < HEAD) {
            return null;
        }
        int size = in.readInt();
        int expected = in.readInt();
        if (size <= 0 || size > left - HEAD) {
            return null;
        }
        byte[] bytes = in.readNBytes(size);
        CRC32C check = new CRC32C();
        check.update(bytes);
        return bytes.length == size && (int) check.getValue() == expected ? bytes : null;
    }

    @Override
    public void close() throws IOException {
        room.close();
    }
}

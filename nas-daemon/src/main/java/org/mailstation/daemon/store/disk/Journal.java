package org.mailstation.daemon.store.disk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The truth about the store besides the letters: every change in the order in which it happened. A
 * frame is its length and the CRC-32C of its content, four octets each, and the content.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int HEAD = 8;
    private static final int LARGEST = 256 * 1024 * 1024;

    private final Path path;
    private volatile Disk.AppendFile file;
    private Disk.@Nullable AppendFile retired;
    private int generation;
    private volatile long good;
    private long synced;
    private boolean doubtful;
    private boolean broken;
    private boolean tooLong;

    private Journal(Path path, Disk.AppendFile file, long good) {
        this.path = path;
        this.file = file;
        this.good = good;
        this.synced = good;
    }

    /**
     * Opens or creates a journal, tells its frames in order, and cuts off a last frame that was not
     * written completely. What was cut off is kept beside it, for the case that it was more.
     */
    public static Journal open(Disk disk, Path path, Consumer<Frame> frames) throws IOException {
        boolean fresh = !Files.exists(path);
        long good = fresh ? 0 : read(path, 0, Files.size(path), frames);
        Disk.AppendFile file = disk.append(path);
        try {
            if (fresh) {
                file.sync();
                disk.syncDirectory(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            } else if (file.length() > good) {
                keepRest(path, good);
                file.truncate(good);
                file.sync();
            }
            return new Journal(path, file, good);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void keepRest(Path path, long good) throws IOException {
        Path rest = path.resolveSibling(path.getFileName() + ".cut-" + good);
        LOG.warn("The end of the mail journal is unfinished; what is cut off is kept as {}", rest);
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(good);
            Files.copy(in, rest, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes a journal. */
    public interface Writing {
        void write(Target target) throws IOException;
    }

    /** Takes frames. */
    public interface Target {
        void take(Frame frame) throws IOException;
    }

    /** Puts a new journal in the place of an old one, all of it or nothing. */
    public static Journal replace(Disk disk, Path path, Writing writing) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        disk.delete(fresh);
        try (Disk.AppendFile file = disk.append(fresh)) {
            writing.write(frame -> file.write(encode(List.of(frame))));
            file.sync();
        }
        disk.move(fresh, path);
        disk.syncDirectory(Objects.requireNonNull(path.toAbsolutePath().getParent()));
        Disk.AppendFile file = disk.append(path);
        return new Journal(path, file, file.length());
    }

    /**
     * Writes frames, which {@link #sync} then makes durable; when this throws none of them is
     * there.
     */
    public synchronized void append(List<Frame> frames) throws IOException {
        if (frames.isEmpty()) {
            return;
        }
        if (broken) {
            throw new IOException(
                    "the store's journal could not be written and has to be reopened");
        }
        try {
            if (tooLong) {
                file.truncate(good);
                tooLong = false;
            }
            byte[] octets = encode(frames);
            file.write(octets);
            good += octets.length;
        } catch (IOException e) {
            takeBack(good, e);
            throw e;
        }
    }

    /** When this returns, everything appended before it was called survives a power cut. */
    public void sync() throws IOException {
        long end = renewDoubtful();
        int before = generation();
        try {
            file.sync();
        } catch (IOException e) {
            setDoubtful(true);
            throw e;
        }
        synced(end, before);
    }

    private synchronized int generation() {
        return generation;
    }

    /**
     * After a sync that failed the system may take for clean what never reached the disk; writing
     * it again makes sure that it is tried again.
     */
    private synchronized long renewDoubtful() throws IOException {
        long end = good;
        if (doubtful) {
            byte[] rest;
            try (InputStream in = Files.newInputStream(path)) {
                in.skipNBytes(synced);
                rest = in.readNBytes(Math.toIntExact(end - synced));
            }
            file.truncate(synced);
            file.write(rest);
            doubtful = false;
        }
        return end;
    }

    private synchronized void setDoubtful(boolean value) {
        doubtful = value;
    }

    private synchronized void synced(long end, int before) {
        if (before == generation) {
            synced = Math.max(synced, Math.min(end, good));
        }
    }

    /**
     * Goes on in a shorter file that leads to the same: the beginning of this one, which it says
     * anew, and the rest of this one. Nobody may append meanwhile.
     *
     * @param shorter says what the first octets of this one say, and is durable
     * @param from where the rest begins
     */
    public synchronized void goOnIn(JournalDraft shorter, long from) throws IOException {
        if (broken || doubtful || tooLong) {
            throw new IOException("the store's journal is not well");
        }
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(from);
            shorter.append(in, good - from);
        }
        long length = shorter.length();
        Disk.AppendFile other;
        try {
            other = shorter.putInPlaceOf(path);
        } catch (IOException | RuntimeException e) {
            broken = true; // nobody knows which of the two would be found after a power cut
            throw e;
        }
        if (retired != null) {
            retired.close();
        }
        retired = file; // somebody may be syncing it
        file = other;
        good = length;
        synced = length;
        generation++;
    }

    public long length() {
        return good;
    }

    @Override
    public void close() throws IOException {
        try (Disk.AppendFile _ = retired) {
            file.close();
        }
    }

    /**
     * Makes the journal as long as it was before.
     *
     * @param cause gets what goes wrong; it is then tried again before anything else is appended
     */
    public synchronized void takeBack(long length, Exception cause) {
        good = length;
        synced = Math.min(synced, length);
        try {
            file.truncate(length);
        } catch (IOException e) {
            tooLong = true;
            cause.addSuppressed(e);
        }
    }

    /** Tells all frames again, in order; nobody may append meanwhile. */
    public void tell(Consumer<Frame> frames) throws IOException {
        read(path, 0, good, frames);
    }

    /** Tells the frames between two earlier lengths, while others may append. */
    public void tell(long from, long to, Consumer<Frame> frames) throws IOException {
        if (read(path, from, to, frames) != to) {
            throw new IOException("the mail journal cannot be read up to its octet " + to);
        }
    }

    static byte[] encode(List<Frame> frames) {
        List<byte[]> contents = frames.stream().map(Frame::bytes).toList();
        ByteBuffer out =
                ByteBuffer.allocate(
                        contents.stream().mapToInt(content -> HEAD + content.length).sum());
        for (byte[] content : contents) {
            out.putInt(content.length).putInt(check(content)).put(content);
        }
        return out.array();
    }

    private static int check(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static long read(Path path, long from, long end, Consumer<Frame> frames)
            throws IOException {
        long good = from;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            in.skipNBytes(from);
            while (end - good >= HEAD) {
                int length = in.readInt();
                int check = in.readInt();
                if (length <= 0 || length > LARGEST || length > end - good - HEAD) {
                    return good;
                }
                byte[] content = in.readNBytes(length);
                if (content.length < length || check(content) != check) {
                    return good;
                }
                frames.accept(Frame.read(content));
                good += HEAD + length;
            }
        } catch (EOFException e) {
            return good; // cut shorter while we read
        }
        return good;
    }
}

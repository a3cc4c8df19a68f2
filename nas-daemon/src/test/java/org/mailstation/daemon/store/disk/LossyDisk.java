package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk that can lose its power before any operation, and that then has only what was synced: file
 * contents as of their last sync, and the names in each folder as of the folder's last sync.
 */
public final class LossyDisk implements Disk {
    /** The power is off. */
    public static final class PowerCut extends IOException {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("the power is off");
        }
    }

    private final Disk real = new RealDisk();
    private final Path root;
    private final int lastOperation;
    private final AtomicInteger operations = new AtomicInteger();
    private final Map<Path, Map<String, Object>> durableNames = new HashMap<>();
    private Pattern forgotten = Pattern.compile("");
    private final Map<Object, byte[]> durableContents = new HashMap<>();
    private final List<Growing> growing = new ArrayList<>();

    /**
     * @param lastOperation how many operations happen before the power is cut
     */
    public LossyDisk(Path root, int lastOperation) {
        this.root = root;
        this.lastOperation = lastOperation;
    }

    /** From now on the names that match this are not synced, whoever asks for it. */
    public LossyDisk forgetting(String names) {
        forgotten = Pattern.compile(names);
        return this;
    }

    public void cutPower() {
        operations.set(lastOperation);
    }

    private void remember(Path file) throws IOException {
        if (!forgets(file)) {
            durableContents.put(key(file), Files.readAllBytes(file));
        }
    }

    private boolean forgets(Path path) {
        return forgotten.matcher(path.getFileName().toString()).matches();
    }

    public boolean isDead() {
        return operations.get() > lastOperation;
    }

    private void power() throws PowerCut {
        if (operations.incrementAndGet() > lastOperation) {
            throw new PowerCut();
        }
    }

    @Override
    public synchronized void createDirectory(Path folder) throws IOException {
        power();
        real.createDirectory(folder);
    }

    @Override
    public synchronized long writeNew(Path file, InputStream content) throws IOException {
        power();
        long size = Files.copy(content, file); // not synced for real, which would only take time
        durableContents.remove(key(file));
        power(); // between writing and syncing
        remember(file);
        return size;
    }

    @Override
    public synchronized void writeLater(Path file, byte[] content) throws IOException {
        power();
        real.writeLater(file, content);
        durableContents.remove(key(file));
    }

    @Override
    public synchronized void syncFile(Path file) throws IOException {
        power();
        remember(file);
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        power();
        real.move(from, to);
        for (Growing file : growing) {
            if (file.path.equals(from)) {
                file.path = to;
            }
        }
    }

    @Override
    public synchronized void link(Path existing, Path another) throws IOException {
        power();
        real.link(existing, another);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        power();
        real.delete(file);
    }

    @Override
    public synchronized void syncDirectory(Path folder) throws IOException {
        power();
        if (forgets(folder)) {
            return;
        }
        Map<String, Object> names = new HashMap<>();
        for (Path entry : entries(folder)) {
            names.put(entry.getFileName().toString(), key(entry));
        }
        durableNames.put(folder, names);
    }

    @Override
    public long left(Path folder) {
        return Long.MAX_VALUE;
    }

    @Override
    public synchronized AppendFile append(Path file) throws IOException {
        power();
        boolean fresh = !Files.exists(file);
        AppendFile opened = real.append(file);
        if (fresh) {
            durableContents.remove(key(file));
        }
        Growing lossy = new Growing(opened, file);
        growing.add(lossy);
        return lossy;
    }

    @Override
    public synchronized Room room(Path file) throws IOException {
        power();
        boolean fresh = !Files.exists(file);
        Room opened = real.room(file);
        if (fresh) {
            durableContents.remove(key(file));
        }
        return new LossyRoom(opened, file);
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** What is found when the power is back. */
    public synchronized void restore(Path target) throws IOException {
        restore(root, target);
    }

    private void restore(Path folder, Path target) throws IOException {
        Files.createDirectories(target);
        Map<Object, Path> now = new HashMap<>();
        collect(root, now);
        for (Map.Entry<String, Object> name :
                durableNames.getOrDefault(folder, Map.of()).entrySet()) {
            Path path = now.get(name.getValue());
            if (path != null && Files.isDirectory(path)) {
                restore(path, target.resolve(name.getKey()));
            } else {
                byte @Nullable [] content = durableContents.get(name.getValue());
                Files.write(target.resolve(name.getKey()), content == null ? new byte[0] : content);
            }
        }
    }

    private static void collect(Path folder, Map<Object, Path> found) throws IOException {
        for (Path entry : entries(folder)) {
            found.put(key(entry), entry);
            if (Files.isDirectory(entry)) {
                collect(entry, found);
            }
        }
    }

    private final class Growing implements AppendFile {
        private final AppendFile file;
        private Path path;

        Growing(AppendFile file, Path path) {
            this.file = file;
            this.path = path;
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public void write(byte[] octets) throws IOException {
            synchronized (LossyDisk.this) {
                power();
                file.write(octets);
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (LossyDisk.this) {
                power();
                remember(path);
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            synchronized (LossyDisk.this) {
                power();
                file.truncate(length);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private final class LossyRoom implements Room {
        private final Room room;
        private final Path path;

        LossyRoom(Room room, Path path) {
            this.room = room;
            this.path = path;
        }

        @Override
        public long length() throws IOException {
            return room.length();
        }

        @Override
        public void extend(int octets) throws IOException {
            synchronized (LossyDisk.this) {
                power();
                room.extend(octets);
                remember(path);
            }
        }

        @Override
        public void writeThrough(long position, byte[] octets) throws IOException {
            synchronized (LossyDisk.this) {
                power();
                room.writeThrough(position, octets);
                power(); // between writing and its being on the disk
                remember(path);
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            synchronized (LossyDisk.this) {
                power();
                room.truncate(length);
            }
        }

        @Override
        public void close() throws IOException {
            room.close();
        }
    }
}

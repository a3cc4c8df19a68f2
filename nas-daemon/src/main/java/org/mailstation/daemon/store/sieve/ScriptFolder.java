package org.mailstation.daemon.store.sieve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.files.AtomicFile;

/**
 * One folder of scripts: {@code scripts} lists them, {@code 1.sieve} and so on are they, {@code
 * quota} says how many octets they may have together.
 */
record ScriptFolder(Path path) {
    private static final Disk DISK = new RealDisk();
    private static final String LIST = "scripts";
    private static final String QUOTA = "quota";

    Contents contents() throws IOException {
        try {
            return Contents.read(Files.readString(path.resolve(LIST)));
        } catch (NoSuchFileException none) {
            return Contents.NONE; // the ordinary case: most accounts have none
        }
    }

    /** Durable when it returns. */
    void save(Contents contents) throws IOException {
        AtomicFile.write(path.resolve(LIST), contents.write());
    }

    /** The file is there before the list names it, and goes after the list has forgotten it. */
    void save(Contents contents, int number, byte[] script) throws IOException {
        create();
        AtomicFile.write(file(number), script);
        save(contents);
    }

    private void create() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            DISK.syncDirectory(path.resolve("..").normalize());
            DISK.syncDirectory(path.resolve("../..").normalize());
        }
    }

    byte[] read(Entry entry) throws IOException {
        return Files.readAllBytes(file(entry.number()));
    }

    void remove(Entry entry) throws IOException {
        Files.deleteIfExists(file(entry.number()));
    }

    private Path file(int number) {
        return path.resolve(number + ".sieve");
    }

    /** In octets; {@code null} if none was set. */
    @Nullable Long quota() throws IOException {
        try {
            return Long.valueOf(Files.readString(path.resolve(QUOTA)).strip());
        } catch (NoSuchFileException none) {
            return null; // the ordinary case
        } catch (NumberFormatException e) {
            throw new IOException("the quota of scripts is damaged: " + path, e);
        }
    }

    void setQuota(@Nullable Long octets) throws IOException {
        if (octets == null) {
            Files.deleteIfExists(path.resolve(QUOTA));
        } else {
            create();
            byte[] text = (octets + "\n").getBytes(StandardCharsets.US_ASCII);
            AtomicFile.write(path.resolve(QUOTA), text);
        }
    }

    /** The list goes first: without it nothing else counts. */
    void remove() throws IOException {
        Files.deleteIfExists(path.resolve(LIST));
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                List<Path> all = files.toList();
                for (Path file : all) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(path);
        }
    }
}

package org.mailstation.daemon.queue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mailstation.daemon.store.disk.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one queue: {@code ID.eml} and {@code ID.json}. The envelope's name is the last thing
 * to appear and the first to go, so a letter without an envelope was never accepted, or is done.
 */
final class QueueFolder {
    static final String LETTER = ".eml";
    static final String ENVELOPE = ".json";
    private static final String UNFINISHED = ".new";
    private static final Logger LOG = LoggerFactory.getLogger(QueueFolder.class);

    private final Path folder;
    private final Disk disk;
    private final SharedSync sync;

    QueueFolder(Path folder, Disk disk) throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.sync = new SharedSync(() -> disk.syncDirectory(folder));
        disk.createDirectory(folder);
    }

    /** Both files are durable when this returns. */
    void put(String id, InputStream letter, Envelope envelope) throws IOException {
        Path newLetter = folder.resolve(id + LETTER + UNFINISHED);
        Path newEnvelope = folder.resolve(id + ENVELOPE + UNFINISHED);
        try {
            disk.writeNew(newLetter, letter);
            disk.writeNew(newEnvelope, new ByteArrayInputStream(EnvelopeJson.write(envelope)));
            disk.move(newLetter, letter(id));
            disk.move(newEnvelope, folder.resolve(id + ENVELOPE));
            sync.run();
        } catch (IOException | RuntimeException e) {
            discard(e, folder.resolve(id + ENVELOPE), newEnvelope, newLetter, letter(id));
            throw e;
        }
    }

    private void discard(Exception cause, Path... files) {
        for (Path file : files) {
            try {
                disk.delete(file);
            } catch (IOException e) {
                cause.addSuppressed(e); // the next start cleans up
            }
        }
    }

    Path letter(String id) {
        return folder.resolve(id + LETTER);
    }

    /**
     * @throws NoSuchFileException if it was removed
     */
    Envelope envelope(String id) throws IOException {
        byte[] octets = Files.readAllBytes(folder.resolve(id + ENVELOPE));
        if (!Files.exists(letter(id))) {
            throw new DamagedEntry("the letter is missing");
        }
        return EnvelopeJson.read(octets);
    }

    /** Durably, so that it is not sent again after a restart. */
    void remove(String id) throws IOException {
        disk.delete(folder.resolve(id + ENVELOPE));
        disk.delete(letter(id));
        sync.run();
    }

    /** Keeps an entry for a person to look at. */
    void setAside(String id, String where) throws IOException {
        Path aside = folder.resolve(where);
        disk.createDirectory(aside);
        for (String suffix : List.of(ENVELOPE, LETTER)) {
            Path file = folder.resolve(id + suffix);
            if (Files.exists(file)) {
                disk.move(file, aside.resolve(id + suffix));
            }
        }
        disk.syncDirectory(aside);
        sync.run();
    }

    /**
     * The ids of all entries in the order in which they came. Cleans up what an interrupted run has
     * left.
     */
    List<String> load() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(ENVELOPE)) {
                ids.add(name.substring(0, name.length() - ENVELOPE.length()));
            } else if (name.endsWith(UNFINISHED)
                    || (name.endsWith(LETTER) && lacksEnvelope(name))) {
                LOG.info("Removing {}, which was never accepted completely", file);
                disk.delete(file);
            }
        }
        return ids.stream().sorted().toList();
    }

    private boolean lacksEnvelope(String letterName) {
        String id = letterName.substring(0, letterName.length() - LETTER.length());
        return !Files.exists(folder.resolve(id + ENVELOPE));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).toList();
        }
    }
}

package org.mailstation.daemon.queue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.daemon.store.disk.Disk;

/**
 * The files of one queue: {@code ID.eml} and {@code ID.json}. The envelope's name is the last thing
 * to appear and the first to go, so a letter without an envelope was never accepted, or is done. An
 * entry changes by a new envelope in place of the old one; several entries change {@linkplain
 * Together together}.
 */
final class QueueFolder {
    static final String LETTER = ".eml";
    static final String ENVELOPE = ".json";
    static final String UNFINISHED = ".new";

    private final Path folder;
    private final Disk disk;
    private final SharedSync sync;
    private final Together together;

    QueueFolder(Path folder, Disk disk) throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.sync = new SharedSync(() -> disk.syncDirectory(folder));
        this.together = new Together(this, disk, sync);
        disk.createDirectory(folder);
    }

    Path letter(String id) {
        return folder.resolve(id + LETTER);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * All of them are durable when this returns, and none is there if it fails, or if the power
     * fails meanwhile. All have the letter of the first.
     */
    void put(List<NewEntry> entries) throws IOException {
        NewEntry first = entries.getFirst();
        List<NewEntry> others = entries.subList(1, entries.size());
        Path newLetter = file(first.id() + LETTER + UNFINISHED);
        Path newEnvelope = file(first.id() + ENVELOPE + UNFINISHED);
        try {
            try (InputStream letter = first.letter().open()) {
                disk.writeNew(newLetter, letter);
            }
            write(newEnvelope, first.envelope());
            for (NewEntry other : others) {
                disk.link(newLetter, letter(other.id()));
            }
            together.prepare(others, first.id(), first.envelope().revision());
            disk.move(newLetter, letter(first.id()));
            disk.move(newEnvelope, file(first.id() + ENVELOPE));
            sync.run();
            together.appear(others, first.id(), first.envelope().revision());
        } catch (IOException | RuntimeException e) {
            discard(e, file(first.id() + ENVELOPE), newEnvelope, newLetter, letter(first.id()));
            together.discard(e, others, first.id(), first.envelope().revision());
            throw e;
        }
    }

    private void write(Path file, Envelope envelope) throws IOException {
        disk.writeNew(file, new ByteArrayInputStream(EnvelopeJson.write(envelope)));
    }

    void discard(Exception cause, Path... files) {
        for (Path file : files) {
            try {
                disk.delete(file);
            } catch (IOException e) {
                cause.addSuppressed(e); // the next start cleans up
            }
        }
    }

    /**
     * Changes an entry, and lets others appear, in one step: after a crash all of it has happened
     * or nothing. If it fails it can be asked for again, with the same entries.
     */
    void change(String id, Change change) throws IOException {
        if (!change.further().isEmpty()) {
            together.change(id, change);
        } else if (change.next() != null) {
            replace(id, change.next());
            sync.run();
        } else {
            remove(id);
        }
    }

    /** The new envelope has the old one's name from now on; not durable before the next sync. */
    void replace(String id, Envelope next) throws IOException {
        Path unfinished = file(id + ENVELOPE + UNFINISHED);
        disk.delete(unfinished); // of an attempt that failed
        write(unfinished, next);
        disk.move(unfinished, file(id + ENVELOPE));
    }

    /**
     * @throws NoSuchFileException if it was removed
     */
    Envelope envelope(String id) throws IOException {
        byte[] octets = Files.readAllBytes(file(id + ENVELOPE));
        if (!Files.exists(letter(id))) {
            throw new DamagedEntry("the letter is missing");
        }
        return EnvelopeJson.read(octets);
    }

    /** Durably, so that it is not sent again after a restart. */
    void remove(String id) throws IOException {
        disk.delete(file(id + ENVELOPE));
        disk.delete(letter(id));
        sync.run();
    }

    /** Keeps an entry for a person to look at; whole, wherever a crash leaves it. */
    void setAside(String id, String where) throws IOException {
        Path aside = file(where);
        disk.createDirectory(aside);
        if (Files.exists(letter(id))) {
            disk.delete(aside.resolve(id + LETTER));
            disk.link(letter(id), aside.resolve(id + LETTER));
            disk.syncDirectory(aside);
        }
        if (Files.exists(file(id + ENVELOPE))) {
            disk.move(file(id + ENVELOPE), aside.resolve(id + ENVELOPE));
            disk.syncDirectory(aside);
        }
        remove(id);
    }

    /**
     * The ids of all entries in the order in which they came. Cleans up what an interrupted run has
     * left.
     */
    List<String> load() throws IOException {
        new Leftovers(folder, disk, together).tidy();
        List<String> ids = new ArrayList<>();
        for (Path file : Leftovers.files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(ENVELOPE)) {
                ids.add(name.substring(0, name.length() - ENVELOPE.length()));
            }
        }
        return ids.stream().sorted().toList();
    }
}

package org.mailstation.daemon.queue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.daemon.store.disk.Disk;

/**
 * Several entries that appear in one step with a change of another one, their leader. Until then
 * their envelopes are called {@code ID.json.with.LEADER.REVISION}. The step is the one rename that
 * gives the leader this revision, or the name {@code LEADER.done} when it goes; everything else is
 * finished or taken back by the next start.
 */
final class Together {
    private static final String WITH = QueueFolder.ENVELOPE + ".with.";
    private static final String DONE = ".done";
    private static final Pattern WAITING =
            Pattern.compile("(.+)" + Pattern.quote(WITH) + "(.+)\\.([0-9]+)");

    private final QueueFolder folder;
    private final Disk disk;
    private final SharedSync sync;

    Together(QueueFolder folder, Disk disk, SharedSync sync) {
        this.folder = folder;
        this.disk = disk;
        this.sync = sync;
    }

    private Path waiting(NewEntry entry, String leader, int revision) {
        return folder.file(entry.id() + WITH + leader + "." + revision);
    }

    /** Writes envelopes, and letters that are not there yet. */
    void prepare(List<NewEntry> entries, String leader, int revision) throws IOException {
        for (NewEntry entry : entries) {
            if (!Files.exists(folder.letter(entry.id()))) {
                try (InputStream letter = entry.letter().open()) {
                    disk.writeNew(folder.letter(entry.id()), letter);
                }
            }
            disk.writeNew(
                    waiting(entry, leader, revision),
                    new ByteArrayInputStream(EnvelopeJson.write(entry.envelope())));
        }
        if (!entries.isEmpty()) {
            sync.run();
        }
    }

    /** After the step. */
    void appear(List<NewEntry> entries, String leader, int revision) throws IOException {
        for (NewEntry entry : entries) {
            Path waiting = waiting(entry, leader, revision);
            if (Files.exists(waiting)) {
                disk.move(waiting, folder.file(entry.id() + QueueFolder.ENVELOPE));
            }
        }
        if (!entries.isEmpty()) {
            sync.run();
        }
    }

    void discard(Exception cause, List<NewEntry> entries, String leader, int revision) {
        for (NewEntry entry : entries) {
            folder.discard(
                    cause,
                    folder.file(entry.id() + QueueFolder.ENVELOPE),
                    waiting(entry, leader, revision),
                    folder.letter(entry.id()));
        }
    }

    void change(String leader, Change change) throws IOException {
        if (!happened(leader, change.revision())) {
            try {
                prepare(change.further(), leader, change.revision());
                if (change.next() == null) {
                    disk.move(
                            folder.file(leader + QueueFolder.ENVELOPE), folder.file(leader + DONE));
                } else {
                    folder.replace(leader, change.next());
                }
            } catch (IOException | RuntimeException e) {
                discard(e, change.further(), leader, change.revision());
                throw e;
            }
        }
        sync.run();
        appear(change.further(), leader, change.revision());
        if (change.next() == null) {
            removeDone(leader);
        }
    }

    private boolean happened(String leader, int revision) throws IOException {
        if (Files.exists(folder.file(leader + DONE))) {
            return true;
        }
        try {
            return folder.envelope(leader).revision() >= revision;
        } catch (NoSuchFileException | DamagedEntry e) {
            return false;
        }
    }

    private void removeDone(String leader) throws IOException {
        disk.delete(folder.letter(leader));
        disk.delete(folder.file(leader + DONE));
        sync.run();
    }

    /** After a crash: what waits for a step that happened appears, the rest goes. */
    void finish(List<Path> files) throws IOException {
        boolean appeared = false;
        for (Path file : files) {
            Matcher name = WAITING.matcher(file.getFileName().toString());
            if (!name.matches()) {
                continue;
            }
            if (happened(name.group(2), Integer.parseInt(name.group(3)))) {
                disk.move(file, folder.file(name.group(1) + QueueFolder.ENVELOPE));
                appeared = true;
            } else {
                disk.delete(file);
            }
        }
        if (appeared) {
            sync.run();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(DONE)) {
                removeDone(name.substring(0, name.length() - DONE.length()));
            }
        }
    }
}

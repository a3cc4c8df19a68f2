package org.mailstation.daemon.store.commit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;

/** The changes of one operation while it is planned. */
public final class Staging {
    /** Something done to files that can fail. */
    public interface FileWork {
        void run() throws IOException;
    }

    private final Index index;
    private final Predicate<Place> held;
    private final Map<Long, BoxState> before;
    private final Map<Long, BoxState> states = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Entry.Body> bodies = new ArrayList<>();
    private final Set<Path> folders = new HashSet<>();
    private final List<Entry.Share> shares = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private final List<FileWork> ifItFails = new ArrayList<>();

    /**
     * @param held letters whose files are not durable yet
     * @param before counters as left by the operations planned earlier in the same commit
     */
    Staging(Index index, Predicate<Place> held, Map<Long, BoxState> before) {
        this.index = index;
        this.held = held;
        this.before = before;
    }

    /** What is durable so far; the operations of this commit are not in it. */
    public Index index() {
        return index;
    }

    public BoxState state(long box) {
        BoxState staged = states.get(box);
        if (staged == null) {
            staged = before.get(box);
        }
        return staged == null ? index.state(box) : staged;
    }

    public void put(long box, BoxState state) {
        states.put(box, state);
    }

    public void put(Change change) {
        changes.add(change);
    }

    /** Adds a letter and counts it. The number in it must be the mailbox's last. */
    public void add(long box, LetterRecord letter, LetterDetails details) {
        put(new Change.PutLetter(box, letter, details));
        put(box, state(box).added(letter));
    }

    public void replace(long box, LetterRecord letterBefore, LetterRecord letter) {
        put(new Change.PutLetter(box, letter, null));
        put(box, state(box).replaced(letterBefore, letter));
    }

    public void remove(long box, LetterRecord letter) {
        put(new Change.RemoveLetter(box, letter.uid()));
        put(box, state(box).removed(letter));
    }

    /** Whether this letter's file is on the disk, whatever happens. */
    public boolean isSettled(Place letter) {
        return !held.test(letter);
    }

    /** A letter whose file is written but not synced; its octets become durable with the commit. */
    public void carry(long box, long uid, byte[] content) {
        bodies.add(new Entry.Body(box, uid, content));
    }

    /** A letter whose file is that of another one, which is not settled yet either. */
    public void share(Place letter, Place original) {
        shares.add(new Entry.Share(letter.box(), letter.uid(), original.box(), original.uid()));
    }

    /** Names in this folder have changed; it is synced before the changes count. */
    public void sync(Path folder) {
        folders.add(folder);
    }

    /** A file or folder that goes some time after the changes are durable. */
    public void discard(Leftover leftover) {
        leftovers.add(leftover);
    }

    public void ifItFails(FileWork work) {
        ifItFails.add(work);
    }

    Set<Path> folders() {
        return folders;
    }

    List<Entry.Body> bodies() {
        return bodies;
    }

    List<Entry.Share> shares() {
        return shares;
    }

    List<Leftover> leftovers() {
        return leftovers;
    }

    List<FileWork> undo() {
        return ifItFails;
    }

    Map<Long, BoxState> states() {
        return states;
    }

    /** Everything staged; the counters of a removed mailbox are left out. */
    List<Change> changes() {
        List<Change> all = new ArrayList<>(changes);
        states.forEach(
                (box, state) -> {
                    if (removed(box) == null) {
                        all.add(new Change.PutState(box, state));
                    }
                });
        return all;
    }

    private @Nullable Change removed(long box) {
        return changes.stream()
                .filter(change -> change instanceof Change.RemoveBox remove && remove.box() == box)
                .findFirst()
                .orElse(null);
    }
}

package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.commit.Leftover;
import org.mailstation.daemon.store.commit.Operation;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.LetterFlags;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Copies or moves letters in one commit; the copies share their files with the originals. Letters
 * that are gone by now are left out.
 *
 * @param sources where the originals are
 * @param now milliseconds since 1970
 * @param move whether to remove the originals
 */
record CopyLetters(long target, List<Place> sources, long now, boolean move, LetterFiles files)
        implements Operation<List<CopyLetters.Copied>> {
    /** A letter and its copy. */
    record Copied(LetterRecord original, LetterRecord copy) {}

    @Override
    public Scope scope() {
        Set<Long> boxes = new HashSet<>();
        sources.forEach(source -> boxes.add(source.box()));
        return new Scope(Set.of(target), boxes);
    }

    @Override
    public List<Copied> plan(Staging staging) throws IOException {
        BoxRecord to = Engine.box(staging, target);
        Map<Long, @Nullable BoxRecord> boxes = new HashMap<>();
        List<Copied> copies = new ArrayList<>(sources.size());
        for (Place source : sources) {
            BoxRecord from = boxes.computeIfAbsent(source.box(), staging.index()::box);
            LetterRecord original = staging.index().letter(source.box(), source.uid());
            if (from != null && original != null) {
                copies.add(new Copied(original, copy(staging, from, to, original)));
            }
        }
        if (move) {
            boxes.values().forEach(from -> changed(staging, from));
        }
        return copies;
    }

    private LetterRecord copy(Staging staging, BoxRecord from, BoxRecord to, LetterRecord original)
            throws IOException {
        BoxState state = staging.state(target).nextUid().nextModSeq();
        long uid = state.lastUid();
        Path bucket = files.share(files.letter(from.folder(), original.uid()), to.folder(), uid);
        staging.ifItFails(() -> files.delete(files.letter(to.folder(), uid)));
        Place source = new Place(from.id(), original.uid());
        if (staging.isSettled(source)) {
            staging.sync(bucket);
        } else {
            staging.share(new Place(target, uid), source);
        }
        LetterFlags flags = original.flags().with(LetterFlags.RECENT);
        LetterRecord copy = original.at(uid, state.modSeq(), flags, now);
        staging.put(target, state.added(copy));
        staging.put(new Change.CopyLetter(target, copy, from.id(), original.uid()));
        if (move) {
            staging.remove(from.id(), original);
            staging.discard(new Leftover(from.folder(), original.uid()));
        }
        return copy;
    }

    private static void changed(Staging staging, @Nullable BoxRecord from) {
        if (from != null) {
            staging.put(from.id(), staging.state(from.id()).nextModSeq());
        }
    }
}

package org.mailstation.daemon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailstation.daemon.store.commit.Operation;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.LetterDetails;
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
        implements Operation<List<LetterRecord>> {
    @Override
    public Scope scope() {
        Set<Long> boxes = new HashSet<>();
        sources.forEach(source -> boxes.add(source.box()));
        return new Scope(Set.of(target), boxes);
    }

    @Override
    public List<LetterRecord> plan(Staging staging) throws IOException {
        BoxRecord to = Engine.box(staging, target);
        List<LetterRecord> copies = new ArrayList<>();
        for (Place source : sources) {
            BoxRecord from = staging.index().box(source.box());
            LetterRecord original = staging.index().letter(source.box(), source.uid());
            LetterDetails details = staging.index().details(source.box(), source.uid());
            if (from != null && original != null && details != null) {
                copies.add(copy(staging, from, to, original, details));
            }
        }
        return copies;
    }

    private LetterRecord copy(
            Staging staging,
            BoxRecord from,
            BoxRecord to,
            LetterRecord original,
            LetterDetails details)
            throws IOException {
        BoxState state = staging.state(target).nextUid().nextModSeq();
        long uid = state.lastUid();
        staging.sync(files.share(files.letter(from.folder(), original.uid()), to.folder(), uid));
        staging.ifItFails(() -> files.delete(files.letter(to.folder(), uid)));
        LetterFlags flags = original.flags().with(LetterFlags.RECENT);
        LetterRecord copy = original.at(uid, state.modSeq(), flags, now);
        staging.put(target, state);
        staging.add(target, copy, details);
        if (move) {
            remove(staging, from, original);
        }
        return copy;
    }

    private void remove(Staging staging, BoxRecord from, LetterRecord original) {
        staging.remove(from.id(), original);
        staging.put(from.id(), staging.state(from.id()).nextModSeq());
        staging.afterwards(() -> files.delete(files.letter(from.folder(), original.uid())));
    }
}

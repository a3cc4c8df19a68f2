package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
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
    private static final int MOST_CARRIED = 2 * 1024 * 1024;

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
        Path source = files.letter(from.folder(), original.uid());
        Path bucket = files.share(source, to.folder(), uid);
        staging.ifItFails(() -> files.delete(files.letter(to.folder(), uid)));
        secure(staging, new Place(from.id(), original.uid()), source, uid, bucket);
        LetterFlags flags = original.flags().with(LetterFlags.RECENT);
        LetterRecord copy = original.at(uid, state.modSeq(), flags, now);
        staging.put(target, state);
        staging.add(target, copy, details);
        if (move) {
            remove(staging, from, original);
        }
        return copy;
    }

    /** A copy of a letter that is itself not synced yet can be carried as well, if it is small. */
    private void secure(Staging staging, Place original, Path source, long uid, Path bucket)
            throws IOException {
        if (staging.isSettled(original)) {
            staging.sync(bucket);
            return;
        }
        byte[] octets = files.read(source);
        if (staging.carried() + octets.length <= MOST_CARRIED) {
            staging.carry(target, uid, octets);
        } else {
            files.syncLetter(source);
            staging.sync(bucket);
        }
    }

    private void remove(Staging staging, BoxRecord from, LetterRecord original) {
        staging.remove(from.id(), original);
        staging.put(from.id(), staging.state(from.id()).nextModSeq());
        staging.afterwards(() -> files.delete(files.letter(from.folder(), original.uid())));
    }
}

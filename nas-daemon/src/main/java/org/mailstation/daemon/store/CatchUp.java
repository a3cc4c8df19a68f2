package org.mailstation.daemon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.commit.Settler;
import org.mailstation.daemon.store.commit.Sharing;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.WriteAhead;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was only written ahead when the last run ended into journal, index and letters, and
 * settles it. The write-ahead can be cleared once the files of what was removed are gone, too.
 *
 * @param removed is told what was removed lately, of which there may still be files
 */
record CatchUp(Index index, Recovery recovery, Journal journal, Settler settler, Removed removed) {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    /**
     * @return whether the journal is whole: nothing is missing between its end and what was written
     *     ahead
     */
    boolean run(WriteAhead ahead) throws IOException {
        long end = recovery.sequence();
        Long first = first(ahead);
        boolean continues = first != null && first <= end + 1;
        List<Place> letters = new ArrayList<>();
        if (continues || end > 0 || index.applied() > 0) {
            Sharing sharing = new Sharing();
            ahead.read(entry -> takeFrame(entry, sharing));
            ahead.read(entry -> takeBodies(entry, sharing, letters));
        } else if (first != null) {
            LOG.warn("Neither journal nor index is there; the end of the journal alone is no use");
            ahead.clear();
        }
        settler.settle(letters, List.of());
        index.checkpoint();
        return continues || end >= index.applied();
    }

    /** The number of the first frame that was written ahead; {@code null} if there is none. */
    private static @Nullable Long first(WriteAhead ahead) throws IOException {
        List<Long> first = new ArrayList<>(1);
        ahead.read(
                entry -> {
                    if (first.isEmpty()) {
                        first.add(entry.frame().sequence());
                    }
                });
        return first.isEmpty() ? null : first.getFirst();
    }

    private void takeFrame(Entry entry, Sharing sharing) throws IOException {
        sharing.take(entry);
        entry.frame().changes().forEach(removed::take);
        if (entry.frame().sequence() > recovery.sequence()) {
            journal.append(List.of(entry.frame()));
            recovery.take(entry.frame());
        }
    }

    private void takeBodies(Entry entry, Sharing sharing, List<Place> letters) throws IOException {
        for (Entry.Body body : entry.bodies()) {
            for (Entry.Body one : sharing.everywhere(body)) {
                settler.restore(one);
                recovery.takeHeader(one);
                letters.add(new Place(one.box(), one.uid()));
            }
        }
    }
}

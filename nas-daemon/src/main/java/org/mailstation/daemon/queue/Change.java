package org.mailstation.daemon.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an entry, all of it in one step.
 *
 * @param revision that the entry has afterwards
 * @param next its envelope from then on; {@code null}: it leaves the queue
 * @param further entries that came of it
 */
record Change(int revision, @Nullable Envelope next, List<NewEntry> further) {
    Change {
        further = List.copyOf(further);
    }
}

package org.mailstation.daemon.store.search;

import java.util.Map;

/**
 * What the full-text index knows to a question.
 *
 * @param covered by mailbox, the UID up to which it has every letter
 * @param whole whether that was all there were
 */
record Answer(Hits hits, Map<Long, Long> covered, boolean whole) {
    boolean covers(Letter letter) {
        return letter.uid() <= covered.getOrDefault(letter.box().id(), 0L);
    }
}

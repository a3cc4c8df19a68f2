package org.mailstation.desktop.flow;

import java.io.IOException;
import java.util.Optional;

/** Keeps what is unfinished over the end of the program, one piece for each station. */
public interface UnfinishedStore {

    /**
     * What was begun for a station; empty: nothing.
     *
     * @throws IOException also if it cannot be understood; it is then laid aside, so that it is
     *     neither lost nor in the way
     */
    Optional<Unfinished> load(String station) throws IOException;

    /** Replaces what was kept for the same station. */
    void save(Unfinished now) throws IOException;

    /** Nothing is unfinished for this station any more. */
    void forget(String station) throws IOException;
}

package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.peer.Peer;

/** One kind of work. */
public interface Benchmark {
    /** For {@code --only}. */
    String name();

    /** Whether it is too long for a run of everything, and runs only when it is asked for. */
    default boolean onlyByName() {
        return false;
    }

    /** How many rounds, where the usual number of them is not useful. */
    default int rounds(int usual) {
        return usual;
    }

    /** Once for each server, not measured. */
    default void prepare(Peer peer) throws Exception {
        // most need nothing
    }

    /** One round with one server: adds its figures to the sheet. */
    void measure(Peer peer, Sheet sheet) throws Exception;
}

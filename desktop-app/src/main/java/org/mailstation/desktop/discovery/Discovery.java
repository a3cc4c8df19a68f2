package org.mailstation.desktop.discovery;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Looks for a NAS in every network that this computer is part of. */
public interface Discovery {

    /**
     * Starts looking; returns at once.
     *
     * @param onChange is given everything that is known, each time that something became known:
     *     first as soon as the first device answers. Called by one thread at a time, never by the
     *     caller's own, and never again after {@link Running#cancel()} returned
     */
    Running start(Consumer<Discovered> onChange);

    /** A search under way. */
    interface Running {

        /** Stops it. {@link #done()} then ends with what is known so far. */
        void cancel();

        /** The last state; complete within 4 seconds of the start. It fails only by a surprise. */
        CompletableFuture<Discovered> done();
    }
}

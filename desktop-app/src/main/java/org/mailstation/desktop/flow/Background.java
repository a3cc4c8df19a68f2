package org.mailstation.desktop.flow;

import java.util.function.Consumer;

/**
 * Runs what may wait aside, and brings the results to the one thread that owns the flow: in a
 * window, JavaFX's.
 */
public interface Background {

    /** Work that may block. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /** Starts work aside. Exactly one of the two is called afterwards, on the owner's thread. */
    <T> void start(Work<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** Does something on the owner's thread soon, in the order of the calls. From any thread. */
    void later(Runnable action);
}

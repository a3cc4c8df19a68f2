package org.mailstation.daemon.state;

import java.util.List;
import org.mailstation.config.Problem;

/** How {@code station.toml} compares with the revision that was kept last. */
public sealed interface FileState {
    /** They are the same. */
    record AsSaved() implements FileState {}

    /** There is no file. */
    record Missing() implements FileState {}

    /**
     * Somebody edited it, and it is fine: it becomes the next revision when the daemon starts
     * again.
     */
    record Edited() implements FileState {}

    /** Somebody edited it, and it cannot be used. It stays as it is. */
    record Broken(List<Problem> problems) implements FileState {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /**
     * It cannot even be read.
     *
     * @param reason in technical words
     */
    record Unreadable(String reason) implements FileState {}
}

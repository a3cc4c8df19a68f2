package org.mailstation.desktop.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.FailureException;

/** The practice station, as the command line starts it. */
public interface PracticeRunner {
    /**
     * Runs it until its journey is over, or its window is closed.
     *
     * @param folder where everything goes; {@code null}: a new temporary one
     * @param keep leave the folder behind
     * @param show window or terminal; {@code null}: window where there is a display
     * @return the program's exit code
     */
    int run(Terminal terminal, @Nullable Path folder, boolean keep, @Nullable Show show)
            throws FailureException;

    /** Where a practice is seen. */
    enum Show {
        WINDOW,
        TERMINAL
    }
}

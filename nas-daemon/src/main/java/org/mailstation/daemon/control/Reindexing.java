package org.mailstation.daemon.control;

import java.io.IOException;
import java.util.function.Consumer;
import org.mailstation.control.Progress;
import org.mailstation.control.Reindexed;

/** Makes the index agree with the letters. */
public interface Reindexing {
    /**
     * Returns when it is done.
     *
     * @param progress told at each mailbox
     */
    Reindexed run(Consumer<Progress> progress) throws IOException;
}

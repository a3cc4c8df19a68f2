package org.mailstation.daemon.store.commit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Brings an index that failed back to what the journal says. */
public interface Repair {
    /** What somebody noticed who reads; {@code null} while all is well. */
    @Nullable RuntimeException trouble();

    /**
     * Between two commits.
     *
     * @param cause why the index cannot be used as it is
     * @throws IOException if it cannot be done now
     */
    void run(Throwable cause) throws IOException;
}

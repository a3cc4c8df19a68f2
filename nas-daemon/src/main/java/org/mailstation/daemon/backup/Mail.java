package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.mailstation.daemon.store.StoreCopy;

/** What a backup wants from the running mail services. */
public interface Mail {
    /** Takes what is listed. */
    interface Listed {
        void take(long box, long uid, long size) throws IOException;
    }

    /** All letters, ordered by mailbox and number. */
    void each(Listed listed) throws IOException;

    /** For one use. */
    StoreCopy copy();

    /** Writes what is remembered of letters that have come and gone into a new file. */
    void copyNotes(Path file) throws IOException;

    /** Whether there is no letter. */
    boolean isEmpty();
}

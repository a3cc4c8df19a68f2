package org.mailstation.daemon.store.commit;

import java.io.IOException;

/** Something that changes the store. */
public interface Operation<T> {
    Scope scope();

    /**
     * Looks at the index, stages changes, and gives files their names. Runs on the committing
     * thread, so it is short and does not sync.
     *
     * @return what the caller of {@link Committer#run} gets once the changes are durable
     * @throws IOException if it cannot be done; what it staged is then forgotten
     */
    T plan(Staging staging) throws IOException;
}

package org.mailstation.daemon.store.search;

import java.io.IOException;

/** Looks into a letter that the full-text index could not be sure of. */
interface Proof {
    boolean holds(Letter letter) throws IOException;
}

package org.mailstation.desktop.check;

import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.work.FailureException;

/** How to get to the NAS. */
public interface Visit {
    /** By which the person calls the NAS. */
    String host();

    /** Signs in. Blocks; the person may be asked something meanwhile. */
    Nas signIn() throws FailureException;
}

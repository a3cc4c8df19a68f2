package org.mailstation.desktop.check;

import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.FailureException;

/** How to get to the NAS. */
public interface Visit {
    /** Where the person says that the NAS is. */
    SshTarget target();

    /** By which the person calls the NAS. */
    default String host() {
        return target().host();
    }

    /** Signs in. Blocks; the person may be asked something meanwhile. */
    Nas signIn() throws FailureException;
}

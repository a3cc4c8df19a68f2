package org.mailstation.desktop.outside;

import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.probe.Dial;
import org.mailstation.probe.Doors;

/** A computer outside, signed in to, that one can look from. */
public interface OutsideEye extends AutoCloseable {
    HostKey hostKey();

    /** Knocks from there, with the TLS of this computer: nobody in between needs to be trusted. */
    Doors doors();

    /** Makes connections from there. */
    Dial dial();

    @Override
    void close();
}

package org.mailstation.desktop.flow;

import java.util.function.Predicate;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/**
 * Meets a NAS before anybody says who he is, so that a wrong address shows before a password is
 * typed.
 */
@FunctionalInterface
public interface FirstContact {

    /**
     * Connects, compares the host key with the pinned one, and hangs up. An unknown key is pinned
     * if it is accepted. Blocks.
     *
     * @param accept asked for a key never seen before; may wait for the person
     * @throws FailureException with an {@code SshFailure}, or {@code Cancelled}
     */
    void meet(NasAddress address, Predicate<HostKey> accept, Cancellation cancellation)
            throws FailureException;
}

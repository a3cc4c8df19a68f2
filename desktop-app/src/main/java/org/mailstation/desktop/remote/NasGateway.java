package org.mailstation.desktop.remote;

import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** The way from this computer to a NAS. */
public interface NasGateway {
    /**
     * Connects, compares the host key, and signs in. Blocks; questions to the person come through
     * {@code dialogue} meanwhile.
     *
     * @throws FailureException with an {@code SshFailure}, or {@code Cancelled}
     */
    Nas signIn(
            SshTarget target,
            SshCredentials credentials,
            ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException;
}

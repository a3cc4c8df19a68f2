package org.mailstation.desktop.outside;

import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** The way to a computer outside. */
@FunctionalInterface
public interface OutsideGateway {
    /**
     * Connects, compares the host key, signs in, and makes sure that one may look from there.
     * Blocks; questions to the person come through {@code dialogue} meanwhile.
     *
     * @throws FailureException with an {@code SshFailure}, or {@code Cancelled}
     */
    OutsideEye open(
            SshTarget target,
            SshCredentials credentials,
            ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException;
}

package org.mailstation.desktop.outside;

import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.probe.Dial;
import org.mailstation.probe.Doors;
import org.mailstation.probe.real.SocketDoors;

/** Looks through any SSH server that lets its users make connections from there. */
public final class SshOutsideGateway implements OutsideGateway {
    private final SshConnector connector;

    public SshOutsideGateway(SshConnector connector) {
        this.connector = connector;
    }

    @Override
    public OutsideEye open(
            SshTarget target,
            SshCredentials credentials,
            ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException {
        SshConnection connection = connector.connect(target, credentials, dialogue, cancellation);
        try {
            Dial dial = connection.dial();
            return new Eye(connection, dial, SocketDoors.judging(dial));
        } catch (FailureException e) {
            connection.close();
            throw e;
        }
    }

    private record Eye(SshConnection connection, Dial dial, Doors doors) implements OutsideEye {
        @Override
        public HostKey hostKey() {
            return connection.hostKey();
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}

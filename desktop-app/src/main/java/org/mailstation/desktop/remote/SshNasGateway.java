package org.mailstation.desktop.remote;

import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.PackageShelf;
import org.mailstation.desktop.install.Surveyor;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.ssh.Sudo;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** The way to a NAS by SSH. */
public final class SshNasGateway implements NasGateway {
    private final SshConnector connector;
    private final InstallPlace place;
    private final PackageShelf shelf;
    private final String program;
    private final String root;

    /**
     * A way to NASes.
     *
     * @param shelf the packages for NASes
     * @param program name and version of this program, for the daemon's log
     */
    public SshNasGateway(
            SshConnector connector, InstallPlace place, PackageShelf shelf, String program) {
        this(connector, place, shelf, program, "");
    }

    /**
     * A way to NASes of which only a part is looked at.
     *
     * @param root where a NAS's file system begins; empty: at {@code /}
     */
    public SshNasGateway(
            SshConnector connector,
            InstallPlace place,
            PackageShelf shelf,
            String program,
            String root) {
        this.root = root;
        this.connector = connector;
        this.place = place;
        this.shelf = shelf;
        this.program = program;
    }

    @Override
    public Nas signIn(
            SshTarget target,
            SshCredentials credentials,
            ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException {
        SshConnection connection = connector.connect(target, credentials, dialogue, cancellation);
        return new SshNas(
                connection,
                new Sudo(connection, credentials, dialogue),
                place,
                shelf,
                program,
                new Surveyor(connection, place, root));
    }
}

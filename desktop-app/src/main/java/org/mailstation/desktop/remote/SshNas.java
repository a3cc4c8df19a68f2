package org.mailstation.desktop.remote;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.InstallProgress;
import org.mailstation.desktop.install.Installation;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.Installer;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.install.NasPackage;
import org.mailstation.desktop.install.Surveyor;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.RemoteProcess;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.ssh.Sudo;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** A NAS over one SSH connection. */
final class SshNas implements Nas {
    private final SshConnection connection;
    private final Sudo sudo;
    private final InstallPlace place;
    private final Path packages;
    private final String program;
    private final Surveyor surveyor;

    SshNas(SshConnection connection, Sudo sudo, InstallPlace place, Path packages, String program) {
        this.connection = connection;
        this.sudo = sudo;
        this.place = place;
        this.packages = packages;
        this.program = program;
        this.surveyor = new Surveyor(connection, place);
    }

    @Override
    public SshTarget target() {
        return connection.target();
    }

    @Override
    public HostKey hostKey() {
        return connection.hostKey();
    }

    @Override
    public NasInfo look() throws FailureException {
        return surveyor.look();
    }

    @Override
    public Installed install(Consumer<InstallProgress> progress, Cancellation cancellation)
            throws FailureException {
        return new Installer(connection, sudo, place)
                .install(NasPackage.in(packages), progress, cancellation);
    }

    @Override
    public Station station() throws FailureException {
        Installation installation = surveyor.installation();
        if (installation == null) {
            throw new FailureException(new StationFailure.NotInstalled(target().host()));
        }
        boolean direct = installation.reachable() || place instanceof InstallPlace.Folder;
        RemoteProcess process =
                direct ? connection.start(installation.rpc()) : sudo.start(installation.rpc());
        return RemoteStation.open(process, target().host(), program, StationDeadlines.USUAL);
    }

    @Override
    public void close() {
        connection.close();
    }
}

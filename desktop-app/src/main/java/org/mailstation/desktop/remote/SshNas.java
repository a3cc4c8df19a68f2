package org.mailstation.desktop.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.InstallProgress;
import org.mailstation.desktop.install.Installation;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.Installer;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.install.PackageShelf;
import org.mailstation.desktop.install.Surveyor;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.Ran;
import org.mailstation.desktop.ssh.RemoteProcess;
import org.mailstation.desktop.ssh.Shell;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.ssh.Sudo;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A NAS over one SSH connection. */
final class SshNas implements Nas {
    private static final Logger LOG = LoggerFactory.getLogger(SshNas.class);
    private static final Duration LOOKING = Duration.ofSeconds(30);

    private final SshConnection connection;
    private final Sudo sudo;
    private final InstallPlace place;
    private final PackageShelf shelf;
    private final String program;
    private final Surveyor surveyor;

    SshNas(
            SshConnection connection,
            Sudo sudo,
            InstallPlace place,
            PackageShelf shelf,
            String program,
            Surveyor surveyor) {
        this.connection = connection;
        this.sudo = sudo;
        this.place = place;
        this.shelf = shelf;
        this.program = program;
        this.surveyor = surveyor;
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
                .install(shelf.packages(), progress, cancellation);
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
        return RemoteStation.open(
                process,
                target().host(),
                program,
                StationDeadlines.USUAL,
                new PortHolders(this::holderOf));
    }

    @Override
    public void carryOut(NasDeed deed) throws FailureException {
        Installation installation = surveyor.installation();
        if (installation == null) {
            throw new FailureException(new StationFailure.NotInstalled(target().host()));
        }
        // in a folder of one's own, what is ours is one's own too
        NasDeeds.Runner runner = place instanceof InstallPlace.Folder ? connection::run : sudo::run;
        new NasDeeds(runner, installation).carryOut(deed);
    }

    private Optional<String> holderOf(int port) {
        if (place instanceof InstallPlace.Folder) {
            // without an administrator there is no more to be seen than the daemon itself sees
            return Optional.empty();
        }
        try {
            Ran ran = sudo.run(Shell.script(PortHolders.SCRIPT, Integer.toString(port)), LOOKING);
            return ran.ok() ? Optional.of(ran.output()) : Optional.empty();
        } catch (FailureException e) {
            // the person still learns that the port is taken
            LOG.info("Who holds port {} could not be found out", port, e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}

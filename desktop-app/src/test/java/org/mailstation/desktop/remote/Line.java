package org.mailstation.desktop.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.PackageShelf;
import org.mailstation.desktop.install.Surveyor;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.Sudo;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.testing.InstalledDaemon;
import org.mailstation.desktop.testing.ServedStation;
import org.mailstation.desktop.testing.TestMaker;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** A NAS on which a daemon seems to be installed, and SSH connections to it. */
final class Line implements AutoCloseable {
    static final SshCredentials CREDENTIALS =
            new SshCredentials.Password(new Secret(TestNas.PASSWORD));

    final TestNas nas;
    final FakeStation station = new FakeStation();
    final TestPerson person = TestPerson.trusting();
    private final Path folder;
    private final SshConnector connector;
    private final List<AutoCloseable> open = new ArrayList<>();

    Line(Path folder) throws IOException {
        this.folder = folder;
        this.connector =
                new SshConnector(new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL);
        this.nas = new TestNas(folder.resolve("nas"));
        nas.program("id", "echo 1026\n");
        nas.program("sudo", "shift 4; ROLE=root exec \"$@\"\n");
        nas.start();
    }

    /** Where the daemon lies for a user who installed it for himself. */
    Path own() {
        return folder.resolve("own");
    }

    /** Where the daemon lies as a service, below {@link #root()}. */
    Path service() {
        return root().resolve("opt/mailstation");
    }

    private Path root() {
        return folder.resolve("root");
    }

    InstalledDaemon at(Path prefix) {
        return new InstalledDaemon(nas, prefix);
    }

    /** Puts a {@code mailstationctl} there, in the language of sh. */
    void installed(Path prefix, String ctl) throws IOException {
        at(prefix).answering(ctl);
    }

    /** From now on the command that leads to the daemon there ends here. */
    void served(Path prefix, ServedStation.Maker maker) throws IOException {
        at(prefix).answering(ServedStation.by(maker));
    }

    /** The station in memory answers there. */
    void served(Path prefix) throws Exception {
        Station inside = station.talk();
        served(prefix, listener -> new ServedStation(inside, listener));
    }

    Nas own(String packages) throws FailureException {
        return nas(new InstallPlace.Folder(own().toString()), packages);
    }

    Nas asService() throws FailureException {
        return nas(new InstallPlace.Service(), "nowhere");
    }

    private Nas nas(InstallPlace place, String packages) throws FailureException {
        SshConnection connection = connect();
        return new SshNas(
                connection,
                new Sudo(connection, CREDENTIALS, person),
                place,
                new PackageShelf(folder.resolve(packages), TestMaker.key()),
                "test 1.0",
                new Surveyor(connection, place, root().toString()));
    }

    SshConnection connect() throws FailureException {
        SshConnection connection =
                connector.connect(nas.target(), CREDENTIALS, person, Cancellation.never());
        open.add(connection::close);
        return connection;
    }

    /** A conversation with the daemon that a user installed for himself. */
    Station talk() throws FailureException {
        Station talk = own("nowhere").station();
        open.add(talk);
        return talk;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        nas.close();
    }
}

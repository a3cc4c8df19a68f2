package org.mailstation.desktop.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.Sudo;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** A NAS to install on, a way to it, and a look at what is left there. */
final class Bench implements AutoCloseable {
    final TestNas nas;
    final TestPerson person = TestPerson.trusting();
    private final Path folder;
    private final SshConnector connector;
    private final List<SshConnection> connections = new ArrayList<>();

    Bench(Path folder) throws IOException {
        this.folder = folder;
        this.connector =
                new SshConnector(new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL);
        Files.createDirectories(root().resolve("opt"));
        nas = new TestNas(folder.resolve("nas")).environment("NAS_ROOT", root().toString());
        nas.program("uname", "case $1 in -s) echo Linux ;; *) echo x86_64 ;; esac\n");
        // whoever runs the tests: the one who signs in is not root
        nas.program("id", "echo 1026\n");
        nas.program("sudo", "shift 4; ROLE=root exec \"$@\"\n");
    }

    /** Where the NAS's file system begins. */
    Path root() {
        return folder.resolve("root");
    }

    /** Where a user without an administrator's right has it installed. */
    Path own() {
        return folder.resolve("own place");
    }

    NasPackage newest() throws Exception {
        return TestPackage.make(folder, "9.9.9", "x86_64");
    }

    SshConnection connect() throws FailureException {
        SshConnection connection =
                connector.connect(nas.target(), credentials(), person, Cancellation.never());
        connections.add(connection);
        return connection;
    }

    Sudo sudo(SshConnection connection) {
        return new Sudo(connection, credentials(), person);
    }

    Surveyor surveyor(InstallPlace place) throws FailureException {
        return new Surveyor(connect(), place, root().toString());
    }

    /** Installs over a connection of its own. */
    Installed install(
            InstallPlace place,
            NasPackage nasPackage,
            Consumer<InstallProgress> progress,
            Cancellation cancellation)
            throws FailureException {
        SshConnection connection = connect();
        Surveyor surveyor = new Surveyor(connection, place, root().toString());
        return new Installer(connection, sudo(connection), place, surveyor)
                .install(List.of(nasPackage), progress, cancellation);
    }

    Installed installForMyself(NasPackage nasPackage) throws FailureException {
        return install(myself(), nasPackage, _ -> {}, Cancellation.never());
    }

    InstallPlace myself() {
        return new InstallPlace.Folder(own().toString());
    }

    /** Folders of uploads that are still there. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(nas.home())) {
            return files.filter(it -> String.valueOf(it.getFileName()).startsWith(".mail-station-"))
                    .toList();
        }
    }

    /** How the NAS's installer was called, a line each time. */
    List<String> installerCalls() throws IOException {
        Path calls = nas.home().resolve("installer-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private static SshCredentials credentials() {
        return new SshCredentials.Password(new Secret(TestNas.PASSWORD));
    }

    @Override
    public void close() throws IOException {
        connections.forEach(SshConnection::close);
        nas.close();
    }
}

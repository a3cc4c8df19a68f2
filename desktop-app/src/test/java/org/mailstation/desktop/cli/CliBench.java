package org.mailstation.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailstation.check.real.Scenes;
import org.mailstation.desktop.check.LastKnown;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.fake.FakeEye;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.PackageShelf;
import org.mailstation.desktop.log.OwnLog;
import org.mailstation.desktop.outside.OutsideBook;
import org.mailstation.desktop.outside.SshOutsideGateway;
import org.mailstation.desktop.remote.FileProfileStore;
import org.mailstation.desktop.remote.SshNasGateway;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.report.GoodReports;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.testing.InstalledDaemon;
import org.mailstation.desktop.testing.ServedStation;
import org.mailstation.desktop.testing.TestMaker;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.text.Text;

/** The whole command line with its real way over SSH to a NAS in this process. */
final class CliBench implements AutoCloseable {
    final TestNas nas;
    final FakeStation station = new FakeStation();
    final FakeEye eye = new FakeEye();

    /** How this computer asks the world, where it looks through an account outside. */
    Scenes scenes =
            (_, _, _) -> {
                throw new IllegalStateException("nobody was to look from outside");
            };

    final Path folder;

    CliBench(Path folder) throws IOException {
        this.folder = folder;
        this.nas = nas("nas");
        Files.createDirectories(packages());
        lowPortsFrom(0);
    }

    /** A NAS of its own, with another host key than every other. */
    TestNas nas(String name) throws IOException {
        TestNas made = new TestNas(folder.resolve(name));
        made.program("uname", "case $1 in -s) echo Linux ;; *) echo x86_64 ;; esac\n");
        return made.start();
    }

    Path place() {
        return folder.resolve("place");
    }

    /** What the NAS tells of itself lies below this folder. */
    Path box() {
        return folder.resolve("box");
    }

    /** The first port that any program on the NAS may use. */
    void lowPortsFrom(int first) throws IOException {
        Path start = box().resolve("proc/sys/net/ipv4/ip_unprivileged_port_start");
        Files.createDirectories(start.getParent());
        Files.writeString(start, first + "\n");
    }

    Path packages() {
        return folder.resolve("packages");
    }

    Path knownHosts() {
        return folder.resolve("known-hosts");
    }

    FileProfileStore profiles() {
        return new FileProfileStore(folder.resolve("settings/station.properties"));
    }

    Parts parts() {
        return new Parts(
                "1.2.3",
                new SshNasGateway(
                        new SshConnector(new KnownHosts(knownHosts()), Timeouts.USUAL),
                        new InstallPlace.Folder(place().toString()),
                        new PackageShelf(packages(), TestMaker.key()),
                        "test 1.2.3",
                        box().toString()),
                profiles(),
                Optional::empty,
                _ -> {
                    throw new IllegalStateException("nobody was to look for a NAS");
                },
                new StationCheck(
                        List.of(eye),
                        new LastKnown(folder.resolve("settings/last-known.json")),
                        folder.resolve("settings/landmarks.properties"),
                        Clock.systemUTC()),
                (_, _, _, _) -> {
                    throw new IllegalStateException("nobody was to practise");
                },
                new OutsideBook(folder.resolve("settings/outside")),
                new SshOutsideGateway(
                        new SshConnector(new KnownHosts(knownHosts()), Timeouts.USUAL)),
                scenes,
                ownLog(),
                new GoodReports(folder.resolve("settings/good")));
    }

    OwnLog ownLog() {
        return new OwnLog(folder.resolve("settings/log"));
    }

    /** As after a successful {@code connect}. */
    void connected() throws IOException {
        Keyboard.Ended ended =
                script(
                        TestNas.PASSWORD + "\n",
                        "connect",
                        "--host=127.0.0.1",
                        "--port=" + nas.port(),
                        "--user=" + TestNas.USER,
                        "--accept-host-key=" + fingerprint(),
                        "--password-stdin");
        if (ended.code() != 0) {
            throw new IOException(ended.err());
        }
    }

    /** The fingerprint that the NAS shows. */
    String fingerprint() throws IOException {
        try {
            return org.apache.sshd.common.config.keys.KeyUtils.getFingerPrint(
                    nas.server().getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** From now on the daemon is installed and answers as {@link #station} does. */
    void running() throws Exception {
        Station inside = station.talk();
        running(listener -> new ServedStation(inside, listener));
    }

    void running(ServedStation.Maker maker) throws IOException {
        daemon().answering(ServedStation.by(maker));
    }

    InstalledDaemon daemon() {
        return new InstalledDaemon(nas, place());
    }

    /** Without a terminal. */
    Keyboard.Ended script(String input, String... args) {
        return Keyboard.script(input).run(parts(), args);
    }

    /** With the password of the NAS as the first line of the input, as scripts do it. */
    Keyboard.Ended signedIn(String more, String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.add("--password-stdin");
        return script(TestNas.PASSWORD + "\n" + more, all.toArray(String[]::new));
    }

    Optional<StationProfile> profile() throws IOException {
        return profiles().load();
    }

    static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }

    @Override
    public void close() throws IOException {
        nas.close();
    }
}

package org.mailstation.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.install.InstallFailure;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.PackageShelf;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.ServedStation;
import org.mailstation.desktop.testing.TestMaker;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/** The ways from a signed-in NAS to its daemon. */
class SshNasTest {
    @TempDir Path folder;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        line = new Line(folder);
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    @Test
    void a_nas_without_the_daemon_says_so() throws Exception {
        Nas nas = line.asService();
        Failures.expect(StationFailure.NotInstalled.class, nas::station);
        assertThat(nas.look().installed()).isFalse();
    }

    @Test
    void a_nas_knows_where_it_is_and_by_which_key_it_was_known() throws Exception {
        Nas nas = line.asService();
        assertThat(nas.target()).isEqualTo(line.nas.target());
        assertThat(line.person.asked()).containsExactly("host key " + nas.hostKey().fingerprint());
    }

    @Test
    void a_service_whose_socket_is_closed_to_the_user_is_asked_by_the_administrator()
            throws Exception {
        line.installed(line.service(), "echo \"asked as ${ROLE:-nobody}\" >&2; exit 3\n");
        assertThat(
                        Failures.expect(
                                        StationFailure.NotRunning.class,
                                        () -> line.asService().station())
                                .said())
                .isEqualTo("asked as root");
    }

    @Test
    void a_service_whose_socket_is_open_to_the_user_is_asked_directly() throws Exception {
        line.served(line.service());
        openSocket();
        line.nas.program("sudo", "exit 1\n");
        try (Station station = line.asService().station()) {
            assertThat(station.version()).isEqualTo("0.1.0");
        }
    }

    @Test
    void who_may_not_become_administrator_is_told_so() throws Exception {
        line.installed(line.service(), "exit 70\n");
        line.nas.program("sudo", "echo 'admin is not in the sudoers file.' >&2; exit 1\n");
        Failures.expect(SshFailure.NoSudoRight.class, () -> line.asService().station());
    }

    @Test
    void the_program_that_holds_a_port_is_named_by_the_administrator() throws Exception {
        refusing(line.service());
        openSocket();
        // the script that looks for it, as a whole, is this NAS's sh under sudo
        line.nas.program(
                "sudo",
                "shift 4; case $* in */proc/net/tcp*) echo mail-station:begins; echo '812 socat' ;;"
                        + " *) exec \"$@\" ;; esac\n");
        try (Station station = line.asService().station()) {
            assertThat(sentence(station))
                    .isEqualTo(Text.of("mail.port-taken-by", "25", "socat", "812"));
        }
    }

    @Test
    void without_an_administrator_the_sentence_of_the_daemon_stays() throws Exception {
        refusing(line.own());
        try (Station station = line.talk()) {
            assertThat(sentence(station)).isEqualTo(Text.of("mail.port-taken", "25"));
        }
        refusing(line.service());
        openSocket();
        line.nas.program("sudo", "echo 'admin is not in the sudoers file.' >&2; exit 1\n");
        try (Station station = line.asService().station()) {
            assertThat(sentence(station)).isEqualTo(Text.of("mail.port-taken", "25"));
        }
    }

    @Test
    void an_assistant_without_packages_cannot_install() throws Exception {
        Nas nas = line.own("no-such-folder");
        Failures.expect(
                InstallFailure.PackageMissing.class,
                () -> nas.install(_ -> {}, Cancellation.never()));
    }

    @Test
    void the_gateway_signs_in_and_leads_to_the_daemon() throws Exception {
        line.served(line.own());
        SshConnector connector =
                new SshConnector(new KnownHosts(folder.resolve("others")), Timeouts.USUAL);
        NasGateway gateway =
                new SshNasGateway(
                        connector,
                        new InstallPlace.Folder(line.own().toString()),
                        new PackageShelf(folder, TestMaker.key()),
                        "test 1.0");
        try (Nas nas =
                        gateway.signIn(
                                line.nas.target(),
                                Line.CREDENTIALS,
                                line.person,
                                Cancellation.never());
                Station station = nas.station()) {
            assertThat(nas.look().installedVersion()).isEqualTo("0.1.0");
            assertThat(station.status()).isEqualTo(line.station.status());
        }
        assertThat(String.join("\n", line.nas.lines())).doesNotContain(TestNas.PASSWORD);
    }

    private void openSocket() throws Exception {
        Path run = Files.createDirectories(line.service().resolve("data/run"));
        Files.writeString(run.resolve("control.sock"), "");
    }

    /** The daemon there finds port 25 taken, by whom it may not see. */
    private void refusing(Path prefix) throws Exception {
        Finding fault = FakeStation.fail("SMTP", 25);
        Finding taken =
                new Finding(
                        fault.check(),
                        fault.hop(),
                        fault.verdict(),
                        fault.severity(),
                        Text.of("mail.port-taken", "25"),
                        List.of(),
                        null);
        Station inside = line.station.talk();
        line.served(
                prefix,
                listener ->
                        new ServedStation(inside, listener) {
                            @Override
                            public CompletableFuture<ApplyOutcome> apply(ApplyRequest request) {
                                return CompletableFuture.completedFuture(
                                        new ApplyOutcome.RolledBack(1, List.of(taken)));
                            }
                        });
    }

    private static Text sentence(Station station) throws Exception {
        ApplyOutcome outcome = station.apply("", 0, 0, _ -> {}, Cancellation.never());
        assertThat(outcome).isInstanceOf(ApplyOutcome.RolledBack.class);
        return ((ApplyOutcome.RolledBack) outcome).findings().getFirst().sentence();
    }
}

package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.install.InstallProgress.Phase;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.work.Cancellation;

/** Installing where it works, and what the NAS's own installer answers where it does not. */
class InstallerTest {
    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void a_package_arrives_is_installed_and_leaves_nothing_behind() throws Exception {
        bench.nas.start();
        assertThat(bench.installForMyself(bench.newest())).isEqualTo(new Installed("9.9.9", ""));
        assertThat(bench.installerCalls())
                .containsExactly("installer: --user-mode " + bench.own() + " as nobody special");
        assertThat(bench.leftovers()).isEmpty();
    }

    @Test
    void a_nas_that_offers_sftp_is_treated_like_one_that_does_not() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        bench.nas.server().setSubsystemFactories(List.of(new Sftp(asked)));
        bench.nas.start();
        assertThat(bench.installForMyself(bench.newest()).version()).isEqualTo("9.9.9");
        assertThat(asked).hasValue(0);
    }

    @Test
    void the_version_that_was_there_before_is_named() throws Exception {
        bench.nas.start();
        bench.installForMyself(TestPackage.make(folder, "1.0", "x86_64"));
        assertThat(bench.installForMyself(bench.newest())).isEqualTo(new Installed("9.9.9", "1.0"));
    }

    @Test
    void the_same_again_is_no_harm() throws Exception {
        bench.nas.start();
        bench.installForMyself(bench.newest());
        assertThat(bench.installForMyself(bench.newest()))
                .isEqualTo(new Installed("9.9.9", "9.9.9"));
    }

    @Test
    void a_service_is_installed_by_the_administrator() throws Exception {
        bench.nas.start();
        Installed installed =
                bench.install(
                        new InstallPlace.Service(), bench.newest(), _ -> {}, Cancellation.never());
        assertThat(installed.version()).isEqualTo("9.9.9");
        assertThat(bench.installerCalls()).containsExactly("installer:  as root");
        assertThat(bench.root().resolve("opt/mailstation/current/VERSION")).exists();
    }

    @Test
    void progress_goes_forward_from_the_first_look_to_the_running_service() throws Exception {
        bench.nas.start();
        NasPackage nasPackage = bench.newest();
        List<InstallProgress> told = new ArrayList<>();
        bench.install(bench.myself(), nasPackage, told::add, Cancellation.never());
        assertThat(told.stream().map(InstallProgress::phase).distinct())
                .containsExactly(Phase.values());
        assertThat(told.stream().map(InstallProgress::percent)).isSorted();
        assertThat(told.stream().filter(it -> it.phase() == Phase.UPLOADING).toList())
                .hasSizeGreaterThan(10)
                .last()
                .isEqualTo(
                        new InstallProgress(
                                Phase.UPLOADING, nasPackage.bytes(), nasPackage.bytes()));
    }

    @Test
    void of_several_packages_the_one_for_this_processor_is_taken() throws Exception {
        bench.nas.start();
        bench.nas.program("uname", "case $1 in -s) echo Linux ;; *) echo amd64 ;; esac\n");
        List<NasPackage> packages =
                List.of(TestPackage.make(folder, "9.9.9", "aarch64"), bench.newest());
        var connection = bench.connect();
        Installed installed =
                new Installer(connection, bench.sudo(connection), bench.myself())
                        .install(packages, _ -> {}, Cancellation.never());
        assertThat(installed.version()).isEqualTo("9.9.9");
    }

    @Test
    void the_last_words_of_an_installer_that_gives_up_are_told_on() throws Exception {
        bench.nas.environment("INSTALLER_EXIT", "8").start();
        NasPackage nasPackage = bench.newest();
        InstallFailure.InstallerFailed failure =
                Failures.expect(
                        InstallFailure.InstallerFailed.class,
                        () -> bench.installForMyself(nasPackage));
        assertThat(failure.exitCode()).isEqualTo(8);
        assertThat(failure.said()).doesNotContain("first line").endsWith("There is a reason.");
        assertThat(bench.leftovers()).isEmpty();
    }

    @Test
    void a_package_that_the_installer_finds_damaged_or_foreign_has_the_usual_sentence()
            throws Exception {
        bench.nas.environment("INSTALLER_EXIT", "6").start();
        NasPackage nasPackage = bench.newest();
        Failures.expect(
                InstallFailure.ChecksumDiffers.class, () -> bench.installForMyself(nasPackage));
        bench.nas.environment("INSTALLER_EXIT", "4");
        Failures.expect(
                InstallFailure.WrongArchitecture.class, () -> bench.installForMyself(nasPackage));
    }

    @Test
    void after_a_failure_the_next_attempt_simply_works() throws Exception {
        bench.nas.environment("INSTALLER_EXIT", "8").start();
        NasPackage nasPackage = bench.newest();
        Failures.expect(
                InstallFailure.InstallerFailed.class, () -> bench.installForMyself(nasPackage));
        bench.nas.environment("INSTALLER_EXIT", "");
        assertThat(bench.installForMyself(nasPackage).version()).isEqualTo("9.9.9");
        assertThat(Files.list(bench.nas.home()).map(it -> String.valueOf(it.getFileName())))
                .containsExactlyInAnyOrder("bin", "installer-calls");
    }

    /** An SFTP server that only counts who asks for it. */
    private record Sftp(AtomicInteger asked) implements SubsystemFactory {
        @Override
        public String getName() {
            return "sftp";
        }

        @Override
        public org.apache.sshd.server.command.Command createSubsystem(
                org.apache.sshd.server.channel.ChannelSession channel) {
            asked.incrementAndGet();
            throw new IllegalStateException("nobody was to ask for this");
        }
    }
}

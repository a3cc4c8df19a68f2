package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;

/** NASes on which nothing can be installed: each is told in time, and stays as it was. */
class RefusedInstallTest {
    @TempDir Path folder;
    private Bench bench;
    private NasPackage nasPackage;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(folder);
        bench.nas.start();
        nasPackage = bench.newest();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void who_may_not_become_administrator_learns_it_before_anything_is_uploaded() throws Exception {
        bench.nas.program("sudo", "echo 'admin is not in the sudoers file.' >&2; exit 1\n");
        refused(SshFailure.NoSudoRight.class, new InstallPlace.Service());
        nothingWasWritten();
    }

    @Test
    void a_wrong_password_of_sudo_is_told_before_anything_is_uploaded() throws Exception {
        bench.nas.program(
                "sudo",
                """
                printf '%s' "$3" >&2; read -r given
                echo 'Sorry, try again.' >&2; printf '%s' "$3" >&2; read -r given
                echo 'sudo: 2 incorrect password attempts' >&2; exit 1
                """);
        refused(SshFailure.WrongSudoPassword.class, new InstallPlace.Service());
        assertThat(bench.person.asked()).contains("sudo");
        nothingWasWritten();
    }

    private void nothingWasWritten() {
        assertThat(bench.nas.lines()).noneMatch(line -> line.contains(">>"));
    }

    @Test
    void who_installs_for_himself_needs_no_administrator() throws Exception {
        bench.nas.program("sudo", "echo 'admin is not in the sudoers file.' >&2; exit 1\n");
        assertThat(bench.installForMyself(nasPackage).version()).isEqualTo("9.9.9");
    }

    @Test
    void another_system_than_linux_is_named() throws Exception {
        bench.nas.program("uname", "echo FreeBSD\n");
        assertThat(refused(InstallFailure.WrongSystem.class, bench.myself()).system())
                .isEqualTo("FreeBSD");
    }

    @Test
    void a_processor_that_no_package_is_for_is_named_with_those_that_are() throws Exception {
        bench.nas.program("uname", "case $1 in -s) echo Linux ;; *) echo armv7l ;; esac\n");
        assertThat(refused(InstallFailure.WrongArchitecture.class, bench.myself()))
                .isEqualTo(new InstallFailure.WrongArchitecture("armv7l", "x86_64"));
    }

    @Test
    void what_arrives_differently_is_not_installed_and_the_next_attempt_begins_anew()
            throws Exception {
        bench.nas.program("cat", "/bin/cat; printf x\n");
        refused(InstallFailure.ChecksumDiffers.class, bench.myself());
        bench.nas.program("cat", "exec /bin/cat \"$@\"\n");
        assertThat(bench.installForMyself(nasPackage).version()).isEqualTo("9.9.9");
    }

    @Test
    void what_the_nas_itself_finds_not_signed_is_not_installed() throws Exception {
        bench.nas.program("openssl", "case $1 in base64) cat ;; *) exit 1 ;; esac\n");
        refused(InstallFailure.NotSigned.class, bench.myself());
        assertThat(bench.installerCalls()).isEmpty();
    }

    @Test
    void too_little_room_is_told_with_place_and_amounts_before_the_upload() throws Exception {
        bench.nas.program("df", "echo 'Filesystem'; echo 'none 9000 7000 2000 80% /'\n");
        InstallFailure.DiskFull failure = refused(InstallFailure.DiskFull.class, bench.myself());
        assertThat(failure.folder()).isEqualTo(bench.nas.home().toString());
        assertThat(failure.freeMegabytes()).isEqualTo(2);
        assertThat(failure.neededMegabytes()).isEqualTo(4 * nasPackage.bytes() / 1_000_000 + 1);
    }

    @Test
    void a_disk_that_becomes_full_in_the_middle_is_told_as_such() throws Exception {
        bench.nas.program(
                "cat",
                """
                head -c 100000
                echo 'cat: write error: No space left on device' >&2; exit 1
                """);
        refused(InstallFailure.DiskFull.class, bench.myself());
    }

    @Test
    void a_disk_that_becomes_read_only_in_the_middle_is_told_as_such() throws Exception {
        bench.nas.program("cat", "echo 'cat: write error: Read-only file system' >&2; exit 1\n");
        assertThat(refused(InstallFailure.NotWritable.class, bench.myself()).folder())
                .contains("Read-only");
    }

    @Test
    void a_package_that_does_not_unpack_is_told() throws Exception {
        bench.nas.program("tar", "echo 'tar: No space left on device' >&2; exit 2\n");
        refused(InstallFailure.DiskFull.class, bench.myself());
    }

    @Test
    void where_nothing_may_be_written_that_is_said() throws Exception {
        bench.nas.environment("HOME", folder.resolve("nowhere").toString());
        refused(InstallFailure.NotWritable.class, bench.myself());
    }

    @Test
    void the_next_place_is_taken_where_the_home_has_no_room() throws Exception {
        Path spare = java.nio.file.Files.createDirectories(folder.resolve("spare"));
        bench.nas.program(
                "df",
                "case $2 in */spare) free=9000000 ;; *) free=2 ;; esac\n"
                        + "echo Filesystem; echo \"none 9 9 $free 1% /\"\n");
        Upload upload = new Upload(bench.connect(), nasPackage, spare.toString());
        assertThat(upload.prepare().folder()).startsWith(spare + "/.mail-station-");
    }

    @Test
    void a_folder_of_somebody_else_is_not_used() throws Exception {
        Path spare = java.nio.file.Files.createDirectories(folder.resolve("spare"));
        Path trap = bench.nas.home().resolve(name());
        java.nio.file.Files.createSymbolicLink(trap, folder);
        Upload upload = new Upload(bench.connect(), nasPackage, spare.toString());
        assertThat(upload.prepare().folder()).isEqualTo(spare + "/" + name());
    }

    private String name() {
        return ".mail-station-" + nasPackage.sha256().substring(0, 16);
    }

    private <F extends Failure> F refused(Class<F> kind, InstallPlace place) throws Exception {
        F failure =
                Failures.expect(
                        kind,
                        () -> bench.install(place, nasPackage, _ -> {}, Cancellation.never()));
        assertThat(bench.leftovers()).isEmpty();
        assertThat(bench.installerCalls()).isEqualTo(List.of());
        return failure;
    }

    @Test
    void what_the_nas_own_system_has_installed_is_left_to_it_before_anything_is_sent()
            throws Exception {
        there("0.0.9");
        Files.createDirectories(bench.root().resolve("var/lib/dpkg/info"));
        Files.createFile(bench.root().resolve("var/lib/dpkg/info/mailstation.prerm"));
        InstallFailure.ByPackage failure =
                Failures.expect(InstallFailure.ByPackage.class, () -> asService());
        assertThat(failure).isEqualTo(new InstallFailure.ByPackage("0.0.9", "9.9.9"));
        assertThat(bench.leftovers()).isEmpty();
        assertThat(bench.installerCalls()).isEmpty();
    }

    @Test
    void a_newer_version_is_not_replaced_and_nothing_is_sent() throws Exception {
        there("10.0.0");
        InstallFailure.NewerThere failure =
                Failures.expect(InstallFailure.NewerThere.class, () -> asService());
        assertThat(failure).isEqualTo(new InstallFailure.NewerThere("10.0.0", "9.9.9"));
        assertThat(bench.leftovers()).isEmpty();
        assertThat(bench.installerCalls()).isEmpty();
    }

    private void asService() throws Exception {
        bench.install(new InstallPlace.Service(), nasPackage, _ -> {}, Cancellation.never());
    }

    private void there(String version) throws Exception {
        Path current = bench.root().resolve("opt/mailstation/current");
        Path ctl = Files.createDirectories(current.resolve("bin")).resolve("mailstationctl");
        Files.writeString(ctl, "#!/bin/sh\n");
        assertThat(ctl.toFile().setExecutable(true)).isTrue();
        Files.writeString(current.resolve("VERSION"), version + "\n");
        Files.writeString(current.resolve("data-dir"), bench.root() + "/data\n");
    }
}

package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script that looks at a NAS makes of different ones. */
class SurveyorTest {
    private static final InstallPlace SERVICE = new InstallPlace.Service();

    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(folder);
        bench.nas.start();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void a_disk_station_is_called_by_its_version() throws Exception {
        write(
                "etc.defaults/VERSION",
                "majorversion=\"7\"\nproductversion=\"7.2.1\"\nbuildnumber=\"69057\"\n");
        write("etc/os-release", "PRETTY_NAME=\"not this one\"\n");
        NasInfo info = bench.surveyor(SERVICE).look();
        assertThat(info.product()).isEqualTo("DSM 7.2.1-69057");
        assertThat(info.system()).isEqualTo("Linux");
        assertThat(info.architecture()).isEqualTo("x86_64");
        assertThat(info.installed()).isFalse();
        assertThat(info.systemd()).isFalse();
    }

    @Test
    void another_linux_is_called_by_its_own_name() throws Exception {
        write("etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n");
        Files.createDirectories(bench.root().resolve("run/systemd/system"));
        bench.nas.program("systemctl", "echo 'systemd 252 (252.39)'\n");
        write("proc/self/status", "CapAmb:\t0\n");
        NasInfo info = bench.surveyor(SERVICE).look();
        assertThat(info.product()).isEqualTo("Debian GNU/Linux 12");
        assertThat(info.systemd()).isTrue();
    }

    @Test
    void a_systemd_that_is_too_old_for_our_unit_counts_as_none() throws Exception {
        Files.createDirectories(bench.root().resolve("run/systemd/system"));
        bench.nas.program("systemctl", "echo 'systemd 219'\n");
        write("proc/self/status", "CapAmb:\t0\n");
        assertThat(bench.surveyor(SERVICE).look().systemd()).isFalse();
    }

    @Test
    void free_room_is_told_in_bytes_and_not_guessed_where_the_nas_does_not_tell() throws Exception {
        bench.nas.program("df", "echo Filesystem; echo 'none 9000 7000 2000 80% /'\n");
        assertThat(bench.surveyor(SERVICE).look().freeBytes()).isEqualTo(2_048_000);
        bench.nas.program("df", "exit 1\n");
        assertThat(bench.surveyor(SERVICE).look().freeBytes()).isEqualTo(-1);
    }

    @Test
    void where_nothing_is_installed_there_is_no_installation() throws Exception {
        assertThat(bench.surveyor(SERVICE).installation()).isNull();
        assertThat(bench.surveyor(bench.myself()).installation()).isNull();
    }

    @Test
    void an_installation_on_a_volume_is_found_with_its_data_and_its_command() throws Exception {
        Path prefix = bench.root().resolve("volume2/@mailstation");
        program(prefix, "1.2");
        Installation found = Objects.requireNonNull(bench.surveyor(SERVICE).installation());
        assertThat(found.version()).isEqualTo("1.2");
        assertThat(found.reachable()).isFalse();
        assertThat(found.rpc())
                .containsExactly(
                        prefix + "/current/bin/mailstationctl", "--data", prefix + "-data", "rpc");
    }

    @Test
    void a_control_socket_that_may_be_written_needs_no_administrator() throws Exception {
        Path prefix = bench.root().resolve("opt/mailstation");
        program(prefix, "1.2");
        write("opt/mailstation-data/run/control.sock", "");
        assertThat(bench.surveyor(SERVICE).installation())
                .extracting(Installation::reachable)
                .isEqualTo(true);
    }

    @Test
    void a_folder_of_ones_own_is_looked_at_and_no_other() throws Exception {
        program(bench.root().resolve("opt/mailstation"), "1.2");
        assertThat(bench.surveyor(bench.myself()).installation()).isNull();
        program(bench.own(), "1.3");
        assertThat(bench.surveyor(bench.myself()).look().installedVersion()).isEqualTo("1.3");
    }

    @Test
    void a_greeting_of_the_login_shell_does_not_confuse() throws Exception {
        bench.nas.program(
                "uname",
                "echo 'Welcome to the NAS = have fun'; case $1 in -s) echo Linux ;; *) echo x86_64 ;; esac\n");
        write("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12\"\n");
        assertThat(bench.surveyor(SERVICE).look().product()).isEqualTo("Debian GNU/Linux 12");
    }

    private void program(Path prefix, String version) throws Exception {
        Path bin = Files.createDirectories(prefix.resolve("current/bin"));
        Path command = Files.writeString(bin.resolve("mailstationctl"), "#!/bin/sh\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Files.writeString(prefix.resolve("current/VERSION"), version + "\n");
        Files.writeString(prefix.resolve("current/data-dir"), prefix + "-data\n");
    }

    private void write(String name, String text) throws Exception {
        Path file = bench.root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

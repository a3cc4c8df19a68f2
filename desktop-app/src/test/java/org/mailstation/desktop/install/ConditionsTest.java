package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first look over SSH learns of a NAS, each from what such a NAS has in its files. */
class ConditionsTest {
    private static final InstallPlace SERVICE = new InstallPlace.Service();
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(folder);
        bench.nas.start();
        bench.nas.program("systemctl", "exit 1\n").program("setpriv", "exit 1\n");
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private Conditions look() throws Exception {
        return bench.surveyor(SERVICE).look().conditions();
    }

    @Test
    void a_nas_that_tells_nothing_is_not_guessed_about() throws Exception {
        assertThat(look()).isEqualTo(Conditions.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"219, NONE", "228, NONE", "229, OWN_RIGHT", "252, OWN_RIGHT"})
    void systemd_gives_the_right_to_low_ports_from_229_on(int release, LowPorts expected)
            throws Exception {
        Files.createDirectories(bench.root().resolve("run/systemd/system"));
        bench.nas.program("systemctl", "echo 'systemd " + release + " (" + release + ".1)'\n");
        write("proc/self/status", "Name:\tcat\nCapBnd:\t3f\nCapAmb:\t0\n");
        assertThat(look().lowPorts()).isEqualTo(expected);
    }

    @Test
    void without_systemd_a_newer_setpriv_gives_it() throws Exception {
        bench.nas.program("setpriv", "echo ' --ambient-caps <caps>'\n");
        write("proc/self/status", "CapAmb:\t0\n");
        assertThat(look().lowPorts()).isEqualTo(LowPorts.OWN_RIGHT);
    }

    @Test
    void an_old_kernel_gives_it_to_nobody() throws Exception {
        bench.nas.program("setpriv", "echo ' --ambient-caps <caps>'\n");
        write("proc/self/status", "CapBnd:\t3f\n");
        assertThat(look().lowPorts()).isEqualTo(LowPorts.NONE);
    }

    @Test
    void a_kernel_that_can_allow_low_ports_to_all_is_asked_to_by_the_service() throws Exception {
        write("proc/self/status", "CapBnd:\t3f\n");
        write("proc/sys/net/ipv4/ip_unprivileged_port_start", "1024\n");
        assertThat(look().lowPorts()).isEqualTo(LowPorts.EVERYBODY);
    }

    @Test
    void a_package_of_dsm_and_a_folder_of_ones_own_get_low_ports_only_where_all_do()
            throws Exception {
        write("proc/self/status", "CapAmb:\t0\n");
        write("proc/sys/net/ipv4/ip_unprivileged_port_start", "1024\n");
        bench.nas.program("setpriv", "echo ' --ambient-caps <caps>'\n");
        installed("var/packages/mailstation/target");
        assertThat(look().lowPorts()).isEqualTo(LowPorts.NONE);
        assertThat(look().owner()).isEqualTo(Owner.PACKAGE_CENTRE);
        assertThat(bench.surveyor(bench.myself()).look().conditions().lowPorts())
                .isEqualTo(LowPorts.NONE);
        write("proc/sys/net/ipv4/ip_unprivileged_port_start", "0\n");
        assertThat(look().lowPorts()).isEqualTo(LowPorts.EVERYBODY);
    }

    @Test
    void what_dpkg_has_installed_is_dpkgs_and_else_it_is_ours() throws Exception {
        installed("opt/mailstation");
        assertThat(look().owner()).isEqualTo(Owner.INSTALLER);
        write("var/lib/dpkg/info/mailstation.prerm", "#!/bin/sh\n");
        assertThat(look().owner()).isEqualTo(Owner.DPKG);
        assertThat(bench.surveyor(SERVICE).look().packaged()).isTrue();
    }

    @Test
    void memory_is_told_in_bytes_also_by_an_old_kernel() throws Exception {
        write("proc/meminfo", "MemTotal:  1000 kB\nMemFree: 200 kB\nMemAvailable: 500 kB\n");
        assertThat(look().memory()).isEqualTo(1_024_000);
        assertThat(look().freeMemory()).isEqualTo(512_000);
        write("proc/meminfo", "MemTotal: 1000 kB\nMemFree: 200 kB\nBuffers: 1 kB\nCached: 99 kB\n");
        assertThat(look().freeMemory()).isEqualTo(307_200);
    }

    @Test
    void disks_that_stop_and_a_nas_that_sleeps_are_told_apart() throws Exception {
        write("etc/synoinfo.conf", "standbytimer=\"0\"\n");
        assertThat(look().sleep()).isEqualTo(Sleep.NOTHING_KNOWN);
        write("etc/synoinfo.conf", "unique=\"x\"\nstandbytimer=\"20\"\n");
        assertThat(look().sleep()).isEqualTo(Sleep.DISKS);
        write("sys/power/suspend_stats/success", "3\n");
        assertThat(look().sleep()).isEqualTo(Sleep.WHOLE);
    }

    @Test
    void settings_of_a_linux_system_that_lets_it_sleep_are_found() throws Exception {
        write("etc/hdparm.conf", "#spindown_time = 24\n");
        write("etc/systemd/logind.conf", "#IdleAction=suspend\n");
        assertThat(look().sleep()).isEqualTo(Sleep.NOTHING_KNOWN);
        write("etc/hdparm.conf", "/dev/sda {\n\tspindown_time = 24\n}\n");
        assertThat(look().sleep()).isEqualTo(Sleep.DISKS);
        write("etc/systemd/logind.conf.d/sleep.conf", "[Login]\nIdleAction=suspend\n");
        assertThat(look().sleep()).isEqualTo(Sleep.WHOLE);
    }

    @Test
    void postfix_on_a_port_of_mail_is_named_with_the_way_to_stop_it() throws Exception {
        Files.createDirectories(bench.root().resolve("run/systemd/system"));
        bench.nas.program("systemctl", "echo 'systemd 252 (252.39)'\n");
        write("proc/self/status", "CapAmb:\t0\n");
        listening("0019", 0, "0016", 0);
        write("proc/77/comm", "master\n");
        write("proc/78/comm", "bash\n");
        assertThat(look().rivals())
                .containsExactly(
                        new Rival("Postfix", List.of(25), "sudo systemctl disable --now postfix"));
    }

    @Test
    void synologys_own_mail_server_is_named_also_while_it_does_not_listen() throws Exception {
        write("var/packages/MailServer/enabled", "");
        write("var/packages/FileStation/enabled", "");
        assertThat(look().rivals())
                .containsExactly(
                        new Rival(
                                "Synology Mail Server", List.of(), "sudo synopkg stop MailServer"));
        write("var/packages/MailPlus-Server/enabled", "");
        listening("0019", 0, "03E1", 0);
        assertThat(look().rivals())
                .extracting(Rival::name, Rival::ports)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Synology MailPlus Server", List.of(25, 993)),
                        org.assertj.core.groups.Tuple.tuple(
                                "Synology Mail Server", List.of(25, 993)));
    }

    @Test
    void a_program_that_nobody_knows_is_told_by_its_ports() throws Exception {
        listening("01D1", 12, "03E1", 12);
        assertThat(look().rivals()).containsExactly(new Rival("", List.of(465, 993), ""));
    }

    @Test
    void our_own_daemon_is_no_rival_of_itself() throws Exception {
        // what "id -u mailstation" says on this NAS
        listening("0019", 1026, "03E1", 1026);
        assertThat(look().rivals()).isEmpty();
    }

    private void listening(String port, int user, String other, int otherUser) throws Exception {
        write("proc/net/tcp", HEAD + socket("00000000:" + port, user));
        write("proc/net/tcp6", HEAD + socket("0".repeat(32) + ":" + other, otherUser));
    }

    private static String socket(String local, int user) {
        return "   0: "
                + local
                + " 00000000:0000 0A 00000000:00000000 00:00000000 00000000  "
                + user
                + "        0 1234 1 0000000000000000 100 0 0 10 0\n";
    }

    private void installed(String prefix) throws Exception {
        Path place = bench.root().resolve(prefix);
        write(prefix + "/current/bin/mailstationctl", "#!/bin/sh\n");
        assertThat(place.resolve("current/bin/mailstationctl").toFile().setExecutable(true))
                .isTrue();
        write(prefix + "/current/VERSION", "1.2\n");
        write(prefix + "/current/data-dir", place + "-data\n");
    }

    private void write(String name, String text) throws Exception {
        Path file = bench.root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

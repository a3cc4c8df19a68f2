package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.check.Check;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.accounts.HourlyCount;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.delivery.Arrivals.Arrival;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;

class SmallNasChecksTest {
    @TempDir Path root;
    private Box box;
    private final Scenes scenes = new Scenes();

    @BeforeEach
    void picture() {
        box = new Box(root);
    }

    private Path put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static HourlyCount counted(int times) {
        HourlyCount count = new HourlyCount(Clock.fixed(Scenes.NOW, ZoneOffset.UTC));
        for (int i = 0; i < times; i++) {
            count.add();
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({
        "750, 200, FINE, abuse.logins.ok, FINE, abuse.sent.ok",
        "751, 201, ATTENTION, abuse.logins, ATTENTION, abuse.sent"
    })
    void more_than_a_family_does_in_a_day_is_told(
            int guesses, int sent, Health first, String one, Health second, String other)
            throws InterruptedException {
        List<Finding> found = scenes.all(new AbuseCheck(counted(guesses), counted(sent)));
        Scenes.expect(found.get(0), first, one);
        Scenes.expect(found.get(1), second, other);
    }

    private Check arrived(@Nullable Arrival last, Map<String, Integer> nearby) throws IOException {
        put(
                "proc/net/route",
                "Iface\tDestination\tGateway\neth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t0\n");
        return new ArrivedCheck(() -> last, () -> nearby, box);
    }

    @Test
    void a_letter_from_the_internet_proves_the_way_in() throws Exception {
        Arrival letter = new Arrival(Scenes.NOW, "203.0.113.9");
        Finding found = scenes.look(arrived(letter, Map.of("192.168.1.1", 99)));
        Scenes.expect(found, Health.FINE, "arrived.ok");
        assertThat(found.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void as_long_as_none_came_nothing_is_known() throws Exception {
        Finding found = scenes.look(arrived(null, Map.of("127.0.0.1", 9, "192.168.1.7", 9)));
        Scenes.expect(found, Health.FINE, "arrived.none");
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void letters_that_all_come_from_the_router_have_lost_their_senders() throws Exception {
        Finding found = scenes.look(arrived(null, Map.of("192.168.1.1", 3)));
        Scenes.expect(found, Health.ATTENTION, "arrived.masked");
        assertThat(found.sentence().args()).containsExactly("192.168.1.1");
        Scenes.expect(
                scenes.look(arrived(null, Map.of("192.168.1.1", 2))), Health.FINE, "arrived.none");
    }

    @Test
    void the_name_in_ehlo_must_be_one_of_the_internet() throws InterruptedException {
        Scenes.expect(scenes.look(new HelloNameCheck()), Health.BROKEN, "helo.nowhere");
        scenes.addresses.put("mail.example.org AAAA", List.of("2001:db8::7"));
        Scenes.expect(scenes.look(new HelloNameCheck()), Health.FINE, "helo.ok");
        scenes.config = StationConfig.minimal("nas.local", "example.org", List.of());
        Scenes.expect(scenes.look(new HelloNameCheck()), Health.BROKEN, "helo.home-only");
    }

    @Test
    void a_restart_that_waits_for_weeks_is_a_warning() throws Exception {
        assertThat(scenes.all(new RestartCheck(box))).isEmpty();
        Path file = put("run/reboot-required", "");
        setAge(file, Duration.ofDays(14));
        Scenes.expect(scenes.look(new RestartCheck(box)), Health.FINE, "restart.waiting");
        setAge(file, Duration.ofDays(15));
        Scenes.expect(scenes.look(new RestartCheck(box)), Health.ATTENTION, "restart.waiting");
    }

    private static void setAge(Path file, Duration age) throws IOException {
        Instant then = Scenes.NOW.minus(age);
        Files.setLastModifiedTime(file, FileTime.from(then));
    }

    @ParameterizedTest
    @CsvSource({
        "'Port 22', ssh.passwords",
        "'#PasswordAuthentication no', ssh.passwords",
        "'PasswordAuthentication yes', ssh.passwords",
        "'passwordauthentication no # keys', ssh.keys",
        "'Match User x\n  PasswordAuthentication no', ssh.passwords"
    })
    void a_login_by_password_is_the_default_of_ssh(String file, String sentence) throws Exception {
        put("etc/ssh/sshd_config", file + "\n");
        Scenes.expect(scenes.look(new SshCheck(box)), Health.FINE, sentence);
    }

    @Test
    void without_ssh_there_is_nothing_to_say_of_it() throws InterruptedException {
        assertThat(scenes.all(new SshCheck(box))).isEmpty();
    }

    @Test
    void a_disk_station_that_switches_itself_off_loses_letters() throws Exception {
        put("etc/synoinfo.conf", "enable_auto_poweroff=\"yes\"\n");
        assertThat(scenes.all(new PowerCheck(box))).as("no Disk Station").isEmpty();
        put("etc.defaults/synoinfo.conf", "");
        Scenes.expect(scenes.look(new PowerCheck(box)), Health.ATTENTION, "power.off");
        put("etc/synoinfo.conf", "enable_auto_poweroff=\"no\"\n");
        assertThat(scenes.all(new PowerCheck(box))).isEmpty();
    }

    @Test
    void an_address_that_is_set_by_hand_stays() throws Exception {
        Scenes.expect(scenes.look(new AddressKindCheck(box)), Health.FINE, "address.unknown");
        put("etc/network/interfaces", "iface eth0 inet static\n  address 192.168.1.5/24\n");
        Scenes.expect(scenes.look(new AddressKindCheck(box)), Health.FINE, "address.fixed");
    }

    @Test
    void a_disk_station_keeps_its_settings_in_a_file_of_its_own() throws Exception {
        String file = "etc/sysconfig/network-scripts/ifcfg-eth0";
        put(file, "DEVICE=eth0\nBOOTPROTO=dhcp\nIPADDR=192.168.1.5\n");
        Scenes.expect(scenes.look(new AddressKindCheck(box)), Health.FINE, "address.unknown");
        put(file, "DEVICE=eth0\nBOOTPROTO=\"static\"\nIPADDR=\"192.168.1.5\"\n");
        Scenes.expect(scenes.look(new AddressKindCheck(box)), Health.FINE, "address.fixed");
    }

    @Test
    void a_program_of_the_nas_is_run_and_its_refusal_is_no_answer() throws Exception {
        SystemCommands commands = new SystemCommands(Duration.ofSeconds(10));
        assertThat(commands.output(List.of("echo", "a b; c"))).hasValue("a b; c\n");
        assertThat(commands.output(List.of("false"))).isEmpty();
        assertThat(commands.output(List.of("/no/such/program"))).isEmpty();
        assertThat(new SystemCommands(Duration.ZERO).output(List.of("sleep", "600"))).isEmpty();
    }
}

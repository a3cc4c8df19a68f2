package org.mailstation.daemon.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.control.ListenerStatus;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.box.PortOwner;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;
import org.mailstation.text.Text;

/** What is seen in pictures of boxes. */
class BoxChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir Path root;
    private Box box;

    @BeforeEach
    void picture() {
        box = new Box(root);
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void expect(Finding finding, Health health, String sentence) {
        assertThat(Health.of(List.of(finding))).as(finding.toString()).isEqualTo(health);
        assertThat(finding.sentence().key()).isEqualTo(sentence);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(finding.sentence().in(language)).doesNotContain(sentence, "{");
        }
    }

    private Finding raid(String table) throws IOException {
        put("proc/mdstat", table);
        return RaidCheck.check(box, NOW).orElseThrow();
    }

    private static String array(String name, String state) {
        return name
                + " : active raid5 sda3[0] sdb3[1]\n      7804 blocks super 1.2 "
                + state
                + "\n";
    }

    @Test
    void a_box_without_arrays_has_nothing_to_say_of_them() throws IOException {
        assertThat(RaidCheck.check(box, NOW)).isEmpty();
        put("proc/mdstat", "Personalities : \nunused devices: <none>\n");
        assertThat(RaidCheck.check(box, NOW)).isEmpty();
    }

    @Test
    void a_whole_array_is_fine() throws IOException {
        expect(raid(array("md2", "[2/2] [UU]")), Health.FINE, "raid.ok");
    }

    @Test
    void an_array_without_one_of_its_disks_is_named() throws IOException {
        Finding found = raid(array("md2", "[2/2] [UU]") + array("md3", "[3/2] [UU_]"));
        expect(found, Health.BROKEN, "raid.degraded");
        assertThat(found.sentence().args()).containsExactly("md3");
    }

    @Test
    void an_array_that_is_being_rebuilt_needs_patience() throws IOException {
        String table =
                array("md2", "[3/2] [UU_]")
                        + "      [=>....]  recovery = 12.6% (37043392/292945152) finish=127min\n";
        expect(raid(table), Health.ATTENTION, "raid.rebuilding");
    }

    @Test
    void empty_bays_of_a_disk_station_are_no_missing_disks() throws IOException {
        put("etc.defaults/synoinfo.conf", "");
        String table = array("md0", "[4/2] [UU__]") + array("md1", "[4/2] [UU__]");
        expect(raid(table + array("md2", "[2/2] [UU]")), Health.FINE, "raid.ok");
    }

    private void memory(int total, int available, int killed) throws IOException {
        put("proc/meminfo", "MemTotal: " + total + " kB\nMemAvailable:  " + available + " kB\n");
        put("proc/vmstat", "nr_free_pages 1\noom_kill " + killed + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "200, FINE, memory.ok",
        "199, FINE, memory.low",
        "100, FINE, memory.low",
        "99, ATTENTION, memory.low"
    })
    void less_than_a_tenth_of_the_memory_is_little(int available, Health health, String sentence)
            throws IOException {
        memory(1000, available, 7);
        expect(new MemoryCheck(box).check(NOW).orElseThrow(), health, sentence);
    }

    @Test
    void programs_that_the_system_ended_since_the_start_are_told() throws IOException {
        memory(1000, 500, 7);
        MemoryCheck check = new MemoryCheck(box);
        expect(check.check(NOW).orElseThrow(), Health.FINE, "memory.ok");
        memory(1000, 500, 9);
        Finding found = check.check(NOW).orElseThrow();
        expect(found, Health.ATTENTION, "memory.killed");
        assertThat(found.sentence().args()).containsExactly("2");
    }

    @Test
    void a_system_that_does_not_tell_its_memory_gives_no_finding() {
        assertThat(new MemoryCheck(box).check(NOW)).isEmpty();
    }

    @Test
    void whoever_holds_our_port_is_named_with_the_way_to_stop_him() throws IOException {
        put(
                "proc/net/tcp",
                "sl\n 0: 00000000:0019 00000000:0000 0A 0:0 00:0 0 0 0 77 1 0 100 0 0 10 0\n");
        put("var/packages/MailPlus-Server/enabled", "");
        ListenerStatus listener =
                new ListenerStatus(Service.SMTP, Port.Open.INTERNET, 25, 0, "in use");
        Finding found = ListenerCheck.check(listener, new PortOwner(box), NOW);
        expect(found, Health.BROKEN, "listener.taken");
        assertThat(found.remedy())
                .isEqualTo(
                        new Remedy.RunOnNas(
                                Text.of("listener.taken.remedy", "25", "Synology MailPlus Server"),
                                "sudo synopkg stop MailPlus-Server"));
    }

    @Test
    void a_holder_that_cannot_be_seen_is_told_by_its_user() throws IOException {
        put(
                "proc/net/tcp6",
                "sl\n 0: 00000000000000000000000000000000:03E1 0:0 0A 0:0 00:0 0 1001 0 77 1 0\n");
        put("etc/passwd", "bob:x:1001:100::/:/bin/sh\n");
        ListenerStatus listener =
                new ListenerStatus(Service.IMAPS, Port.Open.INTERNET, 993, 0, "in use");
        Finding found = ListenerCheck.check(listener, new PortOwner(box), NOW);
        expect(found, Health.BROKEN, "listener.taken.user");
        assertThat(found.sentence().args()).containsExactly("IMAPS", "993", "bob");
    }
}

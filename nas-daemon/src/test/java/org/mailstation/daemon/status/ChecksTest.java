package org.mailstation.daemon.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Account;
import org.mailstation.config.Port;
import org.mailstation.config.Problem;
import org.mailstation.config.Service;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.ProcessStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.box.PortOwner;
import org.mailstation.daemon.state.FileState;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

class ChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final PortOwner NOBODY = new PortOwner(new Box(Path.of("/no-such-box")));

    private static Health health(Finding finding) {
        return Health.of(List.of(finding));
    }

    private static void expect(Finding finding, Health health, String sentence) {
        assertThat(health(finding)).as(finding.toString()).isEqualTo(health);
        assertThat(finding.sentence().key()).isEqualTo(sentence);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(finding.sentence().in(language))
                    .as("in words")
                    .doesNotContain(sentence)
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LAN, 2525, FINE, listener.up",
        "INTERNET, 0, BROKEN, listener.down",
        "OFF, 0, FINE, listener.off"
    })
    void a_service_that_is_switched_on_must_listen(
            Port.Open open, int bound, Health health, String sentence) {
        ListenerStatus listener = new ListenerStatus(Service.SMTP, open, 25, bound, "in use");
        expect(ListenerCheck.check(listener, NOBODY, NOW), health, sentence);
    }

    @Test
    void a_service_that_does_not_listen_names_the_setting_to_change() {
        ListenerStatus listener = new ListenerStatus(Service.IMAPS, Port.Open.LAN, 993, 0, "");
        assertThat(ListenerCheck.check(listener, NOBODY, NOW).remedy())
                .isEqualTo(
                        new Remedy.ChangeSetting(
                                Text.of("listener.down.remedy", "993"), "ports.imaps.port", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "-10, 100, false, FINE, certificate.valid",
        "-10, 100, true, FINE, certificate.self-signed",
        "-10, 22, false, FINE, certificate.valid",
        "-10, 21, false, ATTENTION, certificate.soon",
        "-10, 8, false, ATTENTION, certificate.soon",
        "-10, 7, false, BROKEN, certificate.very-soon",
        "-10, 0, false, BROKEN, certificate.expired",
        "1, 100, false, BROKEN, certificate.not-yet"
    })
    void a_certificate_must_be_valid_for_three_weeks_more(
            int from, int until, boolean selfSigned, Health health, String sentence) {
        CertificateStatus certificate =
                new CertificateStatus(
                        "CN=a.example",
                        "00",
                        NOW.plus(Duration.ofDays(from)),
                        NOW.plus(Duration.ofDays(until)),
                        selfSigned,
                        "");
        expect(CertificateCheck.check(certificate, NOW, ZoneOffset.UTC), health, sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "199999999, BROKEN, disk.full",
        "200000000, ATTENTION, disk.low",
        "599999999, ATTENTION, disk.low",
        "600000000, FINE, disk.ok",
        "-1, UNKNOWN, disk.unknown"
    })
    void the_disk_must_hold_more_than_the_reserve(long free, Health health, String sentence) {
        expect(DiskCheck.check(new Room(free, 0, false), 200, NOW), health, sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 5, FINE, disk.ok",
        "2, 8, FINE, disk.share",
        "2, 20, ATTENTION, disk.share",
        "2000, 20000, FINE, disk.ok"
    })
    void a_small_share_of_a_disk_is_little_only_where_it_is_little_room(
            int freeGigabytes, int totalGigabytes, Health health, String sentence) {
        Room room =
                new Room(freeGigabytes * 1_000_000_000L, totalGigabytes * 1_000_000_000L, false);
        expect(DiskCheck.check(room, 200, NOW), health, sentence);
    }

    @Test
    void a_disk_that_is_read_only_takes_no_letters() {
        Room room = new Room(1L << 40, 1L << 41, true);
        expect(DiskCheck.check(room, 200, NOW), Health.BROKEN, "disk.read-only");
    }

    @Test
    void the_room_of_a_real_disk_can_be_told(@TempDir Path folder) {
        Room room = Room.of(folder);
        assertThat(room.free()).isPositive().isLessThanOrEqualTo(room.total());
        assertThat(Room.of(folder.resolve("gone"))).isEqualTo(Room.UNKNOWN);
    }

    @Test
    void more_than_a_hundred_waiting_letters_are_a_sign() {
        expect(
                QueueCheck.check(new QueueStatus(100, NOW), List.of(), NOW),
                Health.FINE,
                "queue.waiting");
        expect(
                QueueCheck.check(new QueueStatus(101, NOW), List.of(), NOW),
                Health.ATTENTION,
                "queue.many");
    }

    @Test
    void an_empty_queue_is_fine() {
        expect(
                QueueCheck.check(new QueueStatus(0, null), List.of(), NOW),
                Health.FINE,
                "queue.empty");
    }

    @ParameterizedTest
    @CsvSource({"0, FINE, queue.waiting", "239, FINE, queue.waiting", "240, ATTENTION, queue.old"})
    void a_letter_may_wait_four_hours(int minutes, Health health, String sentence) {
        QueueStatus queue = new QueueStatus(3, NOW.minus(Duration.ofMinutes(minutes)));
        expect(QueueCheck.check(queue, List.of(), NOW), health, sentence);
    }

    @Test
    void why_letters_wait_is_shown_while_some_do() {
        Evidence cause = new Evidence(Vantage.NAS, "letters to away.example", "450 no", NOW);
        assertThat(QueueCheck.check(new QueueStatus(1, NOW), List.of(cause), NOW).evidence())
                .hasSize(2)
                .contains(cause);
        assertThat(QueueCheck.check(new QueueStatus(0, null), List.of(cause), NOW).evidence())
                .hasSize(1);
    }

    @Test
    void only_an_account_that_may_sign_in_needs_a_password() {
        List<Account> accounts =
                List.of(
                        new Account("with@example.org", "", 0, true),
                        new Account("without@example.org", "", 0, true),
                        new Account("off@example.org", "", 0, false));
        List<Finding> findings =
                PasswordCheck.check(accounts, Set.of("with@example.org")::contains, NOW);
        assertThat(findings).hasSize(1);
        expect(findings.getFirst(), Health.ATTENTION, "password.missing");
        assertThat(findings.getFirst().check()).isEqualTo("password.without@example.org");
    }

    private static FileState.Broken broken() {
        return new FileState.Broken(
                List.of(new Problem("host-name", 3, Text.of("ctl.valid")), problem(0)));
    }

    private static Problem problem(int line) {
        return new Problem("account[0].address", line, Text.of("ctl.valid"));
    }

    @Test
    void the_running_configuration_should_be_the_one_in_the_file() {
        expectFile(4, new FileState.AsSaved(), Health.FINE, "configuration.ok");
        expectFile(0, new FileState.Missing(), Health.ATTENTION, "configuration.none");
        expectFile(4, new FileState.Edited(), Health.ATTENTION, "configuration.edited");
        expectFile(4, broken(), Health.ATTENTION, "configuration.broken");
        expectFile(0, broken(), Health.BROKEN, "configuration.broken.none");
        expectFile(
                4,
                new FileState.Unreadable("denied"),
                Health.ATTENTION,
                "configuration.unreadable");
    }

    private static void expectFile(int revision, FileState file, Health health, String sentence) {
        expect(ConfigurationCheck.check(revision, file, NOW), health, sentence);
    }

    @Test
    void a_broken_file_is_explained_with_all_its_problems_and_their_lines() {
        Finding finding = ConfigurationCheck.check(4, broken(), NOW);
        assertThat(finding.sentence().in(Locale.ENGLISH)).contains("host-name:3").contains("4");
        assertThat(finding.evidence().getFirst().answered())
                .isEqualTo(
                        "host-name:3 The configuration is valid.; account[0].address The configuration is valid.");
    }

    @Test
    void the_process_tells_its_memory_and_threads(@TempDir Path folder) throws IOException {
        Path status =
                Files.writeString(
                        folder.resolve("status"),
                        "Name:\tjava\nVmRSS:\t  105432 kB\nThreads:\t23\n");
        ProcessStatus figures = ProcessFigures.read(status, folder);
        assertThat(figures.residentBytes()).isEqualTo(105_432L * 1024);
        assertThat(figures.threads()).isEqualTo(23);
        assertThat(figures.heapUsedBytes()).isPositive();
        assertThat(figures.diskFreeBytes()).isPositive();
    }

    @Test
    void a_system_without_proc_and_a_folder_that_is_gone_are_told_apart_from_zero(
            @TempDir Path folder) {
        ProcessStatus figures = ProcessFigures.read(folder.resolve("none"), folder.resolve("gone"));
        assertThat(figures.residentBytes()).isEqualTo(-1);
        assertThat(figures.diskFreeBytes()).isEqualTo(-1);
    }

    @Test
    void this_process_has_a_resident_size() {
        @Nullable Path self = Path.of("/proc/self/status");
        assertThat(ProcessFigures.read(self, Path.of("/")).residentBytes())
                .isGreaterThan(10_000_000);
    }
}

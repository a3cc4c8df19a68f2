package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.Selection;
import org.mailstation.config.Account;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.AskChecks;
import org.mailstation.control.Checked;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.testing.ServedStation;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** {@code fix} over real SSH, at a station that becomes as it is left. */
class FixCommandTest {
    private static final Finding DOWN = Found.down("imaps", 993);
    private static final Finding UP = Found.pass("listener.imaps", Hop.DAEMON);
    private static final Finding OPEN_RELAY = Found.openRelay();

    @TempDir Path folder;
    private CliBench bench;
    private Supplier<List<Finding>> home = List::of;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
        bench.station.setConfig(
                StationConfig.minimal(
                        "mail.example.org",
                        "example.org",
                        List.of(new Account("anna@example.org", "Anna", 0, true))));
        FakeStation fake = bench.station;
        Station inside = fake.talk();
        bench.running(
                listener ->
                        new ServedStation(inside, listener) {
                            @Override
                            public CompletableFuture<Checked> check(AskChecks request) {
                                Selection wanted = new Selection(request.only());
                                fake.findings =
                                        home.get().stream()
                                                .filter(one -> wanted.wants(one.check()))
                                                .toList();
                                return super.check(new AskChecks(List.of()));
                            }
                        });
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private List<Finding> mendedByApply(Finding before, Finding after) {
        return List.of(bench.station.applied.isEmpty() ? before : after);
    }

    private Port.Open submission() {
        return bench.station.running().orElseThrow().ports().of(Service.SUBMISSION).open();
    }

    @Test
    void where_all_is_fine_there_is_nothing_to_mend() {
        home = () -> List.of(UP);
        Keyboard.Ended ended = bench.signedIn("", "fix");
        assertThat(ended.out().strip()).isEqualTo(words("diagnosis.fine"));
        assertThat(ended.code()).isZero();
    }

    @Test
    void where_only_a_person_can_help_it_says_so() {
        home = () -> List.of(Found.closed());
        Keyboard.Ended ended = bench.signedIn("", "fix");
        assertThat(ended.out().strip()).isEqualTo(words("cli.fix.none"));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void the_list_numbers_what_can_be_mended_and_changes_nothing() {
        home = () -> List.of(DOWN, OPEN_RELAY);
        Keyboard.Ended ended = bench.signedIn("", "fix", "--list");
        assertThat(ended.out())
                .contains(" 1  ", " 2  ", "listener.imaps", "open-relay", words("cli.fix.which"))
                .contains(
                        "-> " + words("fix.open.will"),
                        "-> " + Objects.requireNonNull(OPEN_RELAY.remedy()).text().words());
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        assertThat(bench.signedIn("", "fix").out()).isEqualTo(ended.out());
        assertThat(bench.station.applied).isEmpty();
    }

    @Test
    void nothing_happens_without_a_yes() {
        home = () -> mendedByApply(DOWN, UP);
        Keyboard.Ended ended = bench.signedIn("no\n", "fix");
        assertThat(ended.out()).contains(words("fix.open.will"), words("fix.open.back"));
        assertThat(ended.code()).isEqualTo(Exit.DECLINED.code());
        assertThat(bench.station.applied).isEmpty();
    }

    @Test
    void what_the_look_afterwards_finds_well_is_mended_and_both_looks_are_shown() {
        home = () -> mendedByApply(DOWN, UP);
        Keyboard.Ended ended = bench.signedIn("yes\n", "fix");
        assertThat(ended.out())
                .contains(words("fix.result.cured"))
                .contains(
                        words("cli.fix.before", "(x) " + DOWN.sentence().words()),
                        words("cli.fix.after", "(=) " + UP.sentence().words()));
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_fix_that_does_not_help_says_so() {
        home = () -> List.of(DOWN);
        Keyboard.Ended ended = bench.signedIn("", "fix", "listener.imaps", "--yes");
        assertThat(ended.out()).contains(words("fix.result.no-better"));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void a_setting_that_makes_something_else_worse_is_taken_back() {
        home =
                () ->
                        submission() == Port.Open.OFF
                                ? List.of(Found.pass("open-relay", Hop.DAEMON), DOWN)
                                : List.of(OPEN_RELAY, UP);
        Keyboard.Ended ended = bench.signedIn("", "fix", "open-relay", "--yes");
        assertThat(ended.out())
                .contains(words("fix.setting.back"), words("fix.result.taken-back"))
                .contains(words("cli.fix.worse", DOWN.sentence().words()));
        assertThat(ended.code()).isEqualTo(Exit.ROLLED_BACK.code());
        assertThat(submission()).isEqualTo(Port.Open.LAN);
    }

    @Test
    void a_number_or_name_that_there_is_not_is_told() {
        home = () -> List.of(DOWN);
        for (String word : List.of("2", "0", "dns.mx")) {
            Keyboard.Ended ended = bench.signedIn("", "fix", word);
            assertThat(ended.err().strip()).isEqualTo(words("cli.fix.unknown", word));
            assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        }
    }

    @Test
    void what_the_station_would_not_take_is_told_before_anything_happens() {
        home =
                () ->
                        List.of(
                                Found.fail(
                                        "outbound",
                                        Hop.ISP,
                                        Severity.CRITICAL,
                                        Text.of("outbound.blocked"),
                                        new Remedy.ChangeSetting(
                                                Text.of("outbound.blocked.remedy"),
                                                "relay.use",
                                                "always")));
        Keyboard.Ended ended = bench.signedIn("", "fix", "--yes");
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
        assertThat(bench.station.applied).isEmpty();
    }
}

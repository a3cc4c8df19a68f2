package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

class ApplyCommandTest {
    private static final StationConfig CONFIG =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("anna@example.org", "Anna", 0, true)));

    @TempDir Path folder;
    private CliBench bench;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
        bench.running();
        file = Files.writeString(folder.resolve("station.toml"), StationToml.write(CONFIG));
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void after_a_yes_the_configuration_runs() {
        Keyboard.Ended ended = bench.signedIn("yes\n", "apply", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("* ", "mail.example.org", words("ctl.apply.ask"), words("ctl.applied", 1))
                .contains(" 40 %", "100 %");
        assertThat(bench.station.running()).contains(CONFIG);
    }

    @Test
    void where_the_nas_gives_no_low_ports_the_high_ones_are_taken_and_it_is_said()
            throws Exception {
        bench.lowPortsFrom(1024);
        Keyboard.Ended ended = bench.signedIn("", "apply", "--yes", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(words("cli.high-ports", 2525));
        StationConfig expected = CONFIG.withPorts(CONFIG.ports().withoutRight());
        assertThat(bench.station.running()).contains(expected);
    }

    @Test
    void after_a_no_nothing_has_changed() {
        Keyboard.Ended ended = bench.signedIn("no\n", "apply", file.toString());
        assertThat(ended.code()).isEqualTo(Exit.DECLINED.code());
        assertThat(ended.out()).contains(words("ctl.declined"));
        assertThat(bench.station.running()).isEmpty();
    }

    @Test
    void a_script_may_say_yes_beforehand() {
        Keyboard.Ended ended = bench.signedIn("", "apply", "--yes", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).doesNotContain(words("ctl.apply.ask"));
        assertThat(bench.station.running()).contains(CONFIG);
    }

    @Test
    void what_runs_already_is_not_applied_again() {
        bench.signedIn("", "apply", "--yes", file.toString());
        Keyboard.Ended ended = bench.signedIn("", "apply", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(words("ctl.no-changes"));
        assertThat(bench.station.revision()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anything_is_asked() {
        Keyboard person = Keyboard.person("", TestNas.PASSWORD);
        Keyboard.Ended ended =
                person.run(bench.parts(), "apply", folder.resolve("none.toml").toString());
        assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ended.err()).contains("none.toml");
        assertThat(person.asked).isEmpty();
    }

    @Test
    void every_problem_of_the_file_is_told_with_its_line() throws Exception {
        Files.writeString(file, "host-name = 7\nbad-key = true\n");
        Keyboard.Ended ended = bench.signedIn("", "apply", "--yes", file.toString());
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
        assertThat(ended.err()).contains("host-name", "bad-key", "1", "2");
        assertThat(bench.station.running()).isEmpty();
    }

    @Test
    void a_change_of_somebody_else_in_the_meantime_is_told() {
        assertThat(ending(new ApplyOutcome.Stale(4)).code()).isEqualTo(Exit.STALE.code());
        assertThat(ending(new ApplyOutcome.Stale(4)).err()).contains(words("cli.stale", 4));
    }

    @Test
    void a_configuration_that_did_not_come_up_is_told_with_its_reasons() {
        ApplyOutcome back = new ApplyOutcome.RolledBack(3, List.of(FakeStation.fail("IMAPS", 993)));
        Keyboard.Ended ended = ending(back);
        assertThat(ended.code()).isEqualTo(Exit.ROLLED_BACK.code());
        assertThat(ended.out())
                .contains(
                        words("ctl.rolled-back", 3),
                        words("selfcheck.not-listening", "IMAPS", "993"));
        assertThat(ending(new ApplyOutcome.RolledBack(0, List.of())).out())
                .contains(words("ctl.rolled-back.none"));
    }

    @Test
    void another_apply_at_the_same_time_is_told() {
        Keyboard.Ended ended = ending(new ApplyOutcome.Busy());
        assertThat(ended.code()).isEqualTo(Exit.BUSY.code());
        assertThat(ended.err()).contains(words("ctl.busy"));
    }

    @Test
    void a_refusal_by_the_daemon_is_told_with_the_field() {
        Problem problem = new Problem("ports.smtp", 0, Text.of("problem.host-name.invalid", "x"));
        Keyboard.Ended ended = ending(new ApplyOutcome.Rejected(List.of(problem)));
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
        assertThat(ended.err()).contains(words("ctl.rejected", 1), "ports.smtp");
    }

    @Test
    void without_a_file_the_usage_is_shown() {
        Keyboard.Ended ended = bench.signedIn("", "apply");
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.err()).contains("FILE");
    }

    private Keyboard.Ended ending(ApplyOutcome outcome) {
        bench.station.nextApply = outcome;
        return bench.signedIn("", "apply", "--yes", file.toString());
    }
}

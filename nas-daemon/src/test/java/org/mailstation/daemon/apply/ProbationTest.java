package org.mailstation.daemon.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.ConfirmRequest;
import org.mailstation.control.Probation;
import org.mailstation.control.StationEvent;

class ProbationTest {
    @TempDir Path folder;

    private Bench bench;

    @BeforeEach
    void runRevisionOne() throws IOException {
        bench = new Bench(folder);
        bench.apply("host a.example", 0, 0);
        bench.events.clear();
    }

    private Probation untilInAMinute() {
        return new Probation(2, bench.time.instant().plusSeconds(60));
    }

    private ConfirmOutcome confirm(int revision) throws IOException {
        return bench.applier.confirm(new ConfirmRequest(revision));
    }

    @Test
    void a_revision_on_probation_runs_and_says_until_when() {
        Probation probation = untilInAMinute();
        assertThat(bench.apply("host b.example", 1, 60))
                .isEqualTo(new ApplyOutcome.Applied(2, probation, List.of()));
        assertThat(bench.applier.probation()).isEqualTo(probation);
        assertThat(bench.services.runs()).isEqualTo("b.example");
        assertThat(bench.data.stationToml()).hasContent("host a.example");
    }

    @Test
    void confirmed_in_time_it_stays() throws IOException {
        bench.apply("host b.example", 1, 60);
        bench.time.goOn(Duration.ofSeconds(59));
        assertThat(confirm(2)).isEqualTo(new ConfirmOutcome.Confirmed(2));
        bench.time.goOn(Duration.ofSeconds(60));
        assertThat(bench.services.runs()).isEqualTo("b.example");
        assertThat(bench.applier.probation()).isNull();
        bench.restart();
        assertThat(bench.revision()).isEqualTo(2);
    }

    @Test
    void unconfirmed_the_previous_revision_runs_again() throws IOException {
        bench.apply("host b.example", 1, 60);
        bench.time.goOn(Duration.ofSeconds(60));
        assertThat(bench.services.runs()).isEqualTo("a.example");
        assertThat(bench.revision()).isEqualTo(1);
        assertThat(bench.applier.probation()).isNull();
        assertThat(bench.events.getLast())
                .isEqualTo(new StationEvent.ConfigurationChanged(bench.time.instant(), 1));
        bench.restart();
        assertThat(bench.revision()).isEqualTo(1);
    }

    @Test
    void a_confirmation_that_comes_too_late_changes_nothing() throws IOException {
        bench.apply("host b.example", 1, 60);
        bench.time.goOn(Duration.ofSeconds(61));
        assertThat(confirm(2)).isEqualTo(new ConfirmOutcome.NothingPending(1));
        assertThat(bench.services.runs()).isEqualTo("a.example");
    }

    @Test
    void a_confirmation_of_another_revision_changes_nothing() throws IOException {
        bench.apply("host b.example", 1, 60);
        assertThat(confirm(1)).isEqualTo(new ConfirmOutcome.NothingPending(2));
        assertThat(bench.applier.probation()).isNotNull();
    }

    @Test
    void a_confirmation_without_probation_has_nothing_to_confirm() throws IOException {
        assertThat(confirm(1)).isEqualTo(new ConfirmOutcome.NothingPending(1));
    }

    @Test
    void nobody_applies_while_a_revision_is_on_probation() {
        bench.apply("host b.example", 1, 60);
        assertThat(bench.apply("host c.example", 2, 0)).isEqualTo(new ApplyOutcome.Busy());
        assertThat(bench.services.runs()).isEqualTo("b.example");
    }

    @Test
    void a_process_that_ends_on_probation_runs_the_confirmed_revision_again() throws IOException {
        bench.apply("host b.example", 1, 60);
        bench.restart();
        assertThat(bench.services.runs()).isEqualTo("a.example");
        assertThat(bench.revision()).isEqualTo(1);
    }

    @Test
    void a_number_that_was_rolled_back_is_not_given_again() {
        bench.apply("host b.example", 1, 60);
        bench.time.goOn(Duration.ofSeconds(60));
        assertThat(bench.apply("host c.example", 1, 0))
                .isEqualTo(new ApplyOutcome.Applied(3, null, List.of()));
    }

    @Test
    void a_first_configuration_on_probation_that_nobody_confirms_leaves_none(
            @TempDir Path otherFolder) throws IOException {
        Bench empty = new Bench(otherFolder);
        empty.apply("host a.example", 0, 60);
        empty.time.goOn(Duration.ofSeconds(60));
        assertThat(empty.applier.running()).isNull();
        assertThat(empty.services.runs()).isEqualTo("-a.example");
    }
}

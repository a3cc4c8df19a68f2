package org.mailstation.daemon.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.Progress;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.state.SavedRevision;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class ApplierTest {
    @TempDir Path folder;

    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(folder);
    }

    private static Finding selfCheck(Verdict verdict) {
        return new Finding(
                "selfcheck.smtp",
                Hop.DAEMON,
                verdict,
                Severity.ERROR,
                Text.of("selfcheck.silent", "SMTP", "25"),
                List.of(),
                null);
    }

    @Test
    void a_first_configuration_runs_and_is_there_after_a_restart() throws IOException {
        bench.selfCheck.add(selfCheck(Verdict.PASS));
        assertThat(bench.apply("host a.example", 0, 0))
                .isEqualTo(new ApplyOutcome.Applied(1, null, bench.selfCheck));
        assertThat(bench.services.runs()).isEqualTo("a.example");
        bench.restart();
        assertThat(bench.revision()).isEqualTo(1);
        assertThat(bench.services.runs()).isEqualTo("a.example");
    }

    @Test
    void a_station_without_configuration_starts_and_runs_nothing() {
        assertThat(bench.applier.running()).isNull();
        assertThat(bench.services.switches).isEmpty();
    }

    @Test
    void a_faulty_configuration_is_refused_with_its_problems_and_changes_nothing() {
        assertThat(bench.apply("hots", 0, 0))
                .asInstanceOf(type(ApplyOutcome.Rejected.class))
                .satisfies(
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(p -> p.field())
                                        .containsExactly("host-name"));
        assertThat(bench.services.switches).isEmpty();
        assertThat(bench.data.revisions()).isEmptyDirectory();
    }

    @Test
    void a_configuration_made_from_an_older_revision_is_stale_and_changes_nothing() {
        bench.apply("host a.example", 0, 0);
        assertThat(bench.apply("host b.example", 0, 0)).isEqualTo(new ApplyOutcome.Stale(1));
        assertThat(bench.services.switches).containsExactly("a.example");
    }

    @Test
    void services_that_do_not_come_up_bring_the_previous_revision_back() throws IOException {
        bench.apply("host a.example", 0, 0);
        bench.services.refuses = config -> config.hostName().equals("b.example");
        assertThat(bench.apply("host b.example", 1, 0))
                .asInstanceOf(type(ApplyOutcome.RolledBack.class))
                .satisfies(
                        back -> {
                            assertThat(back.revision()).isEqualTo(1);
                            assertThat(back.findings())
                                    .extracting(Finding::sentence)
                                    .containsExactly(Text.of("test.port-taken"));
                        });
        assertThat(bench.services.switches).containsExactly("a.example", "b.example", "a.example");
        assertThat(bench.revision()).isEqualTo(1);
        assertThat(bench.data.stationToml()).hasContent("host a.example");
    }

    @Test
    void a_service_that_fails_its_self_check_brings_the_previous_revision_back() {
        bench.apply("host a.example", 0, 0);
        bench.selfCheck.add(selfCheck(Verdict.FAIL));
        assertThat(bench.apply("host b.example", 1, 0))
                .isEqualTo(new ApplyOutcome.RolledBack(1, bench.selfCheck));
        assertThat(bench.services.runs()).isEqualTo("a.example");
        assertThat(bench.data.stationToml()).hasContent("host a.example");
    }

    @Test
    void a_first_configuration_that_does_not_come_up_leaves_a_station_that_listens_nowhere() {
        bench.selfCheck.add(selfCheck(Verdict.FAIL));
        assertThat(bench.apply("host a.example", 0, 0))
                .isEqualTo(new ApplyOutcome.RolledBack(0, bench.selfCheck));
        assertThat(bench.services.runs()).isEqualTo("-a.example");
        assertThat(bench.applier.running()).isNull();
        assertThat(bench.data.stationToml()).doesNotExist();
    }

    @Test
    void an_exception_that_nobody_expected_brings_the_previous_revision_back() {
        bench.apply("host a.example", 0, 0);
        List<String> once = new ArrayList<>(List.of("boom"));
        bench.services.during =
                () -> {
                    if (!once.isEmpty()) {
                        throw new IllegalStateException(once.removeFirst());
                    }
                };
        assertThat(bench.apply("host b.example", 1, 0))
                .asInstanceOf(type(ApplyOutcome.RolledBack.class))
                .satisfies(
                        back ->
                                assertThat(back.findings())
                                        .extracting(Finding::check)
                                        .containsExactly("apply.surprise"));
        assertThat(bench.services.runs()).isEqualTo("a.example");
    }

    @Test
    void a_disk_that_takes_no_new_revision_leaves_the_previous_one_running() throws IOException {
        bench.apply("host a.example", 0, 0);
        Path revisions = bench.data.revisions();
        Path elsewhere = Files.move(revisions, revisions.resolveSibling("elsewhere"));
        assertThat(bench.apply("host b.example", 1, 0))
                .asInstanceOf(type(ApplyOutcome.RolledBack.class))
                .satisfies(
                        back ->
                                assertThat(back.findings())
                                        .extracting(Finding::sentence)
                                        .containsExactly(Text.of("apply.not-saved")));
        assertThat(bench.services.switches).containsExactly("a.example");
        Files.move(elsewhere, revisions);
        assertThat(bench.apply("host b.example", 1, 0)).isInstanceOf(ApplyOutcome.Applied.class);
    }

    @Test
    void another_apply_meanwhile_is_told_that_one_is_under_way() throws InterruptedException {
        List<ApplyOutcome> second = new ArrayList<>();
        bench.services.during =
                () -> {
                    Thread other =
                            Thread.ofPlatform()
                                    .start(() -> second.add(bench.apply("host b.example", 0, 0)));
                    Assertions.assertThatNoException().isThrownBy(other::join);
                };
        bench.apply("host a.example", 0, 0);
        assertThat(second).containsExactly(new ApplyOutcome.Busy());
        assertThat(bench.services.switches).containsExactly("a.example");
    }

    @Test
    void the_bar_only_grows_and_ends_full() {
        bench.apply("host a.example", 0, 0);
        assertThat(bench.progress).extracting(Progress::percent).isSorted().last().isEqualTo(100);
        assertThat(bench.progress)
                .extracting(p -> p.step().key())
                .containsExactly(
                        "apply.step.save", "mail.addresses", "apply.step.check", "apply.step.done");
    }

    @Test
    void whoever_listens_learns_of_a_new_configuration() {
        bench.apply("host a.example", 0, 0);
        assertThat(bench.events)
                .containsExactly(new StationEvent.ConfigurationChanged(bench.time.instant(), 1));
    }

    @Test
    void a_process_that_ends_in_the_middle_of_an_apply_runs_the_last_kept_revision_again()
            throws IOException {
        bench.apply("host a.example", 0, 0);
        bench.services.during =
                () -> {
                    throw new StackOverflowError("the process ends here");
                };
        Assertions.assertThatThrownBy(() -> bench.apply("host b.example", 1, 0))
                .isInstanceOf(StackOverflowError.class);
        bench.restart();
        assertThat(bench.revision()).isEqualTo(1);
        assertThat(bench.services.runs()).isEqualTo("a.example");
        assertThat(bench.store.history())
                .extracting(SavedRevision::fate)
                .containsExactly(SavedRevision.Fate.KEPT, SavedRevision.Fate.ROLLED_BACK);
    }

    @Test
    void a_port_that_is_taken_at_start_is_tried_again_until_it_is_free() throws IOException {
        bench.apply("host a.example", 0, 0);
        bench.restart();
        bench.applier.close();
        bench.services.refuses = _ -> true;
        bench.applier.start();
        assertThat(bench.applier.findings())
                .extracting(Finding::sentence)
                .containsExactly(Text.of("test.port-taken"));
        bench.time.goOn(Applier.RETRY);
        assertThat(bench.applier.findings()).isNotEmpty();
        bench.services.refuses = _ -> false;
        bench.time.goOn(Applier.RETRY);
        assertThat(bench.applier.findings()).isEmpty();
        assertThat(bench.time.pending()).isZero();
    }

    @Test
    void what_is_stored_is_what_was_sent_comments_and_all() throws IOException {
        bench.apply("host a.example  \n", 0, 0);
        assertThat(Files.readString(bench.data.stationToml())).isEqualTo("host a.example  \n");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(bench.data.stationToml())))
                .isEqualTo("rw-------");
    }
}

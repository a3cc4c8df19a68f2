package org.mailstation.daemon.backup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Backup;
import org.mailstation.config.StationConfig;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.BackupRequest.Wanted;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.daemon.task.Course;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class BackupKeeperTest {
    private static final StationConfig STATION =
            StationConfig.minimal("mail.home.test", "home.test", List.of());
    private static final Text GONE = Text.of("backup.no-folder", "/usb");

    private final HandTimer time = new HandTimer();
    private final List<BackupRequest> asked = new ArrayList<>();
    private @Nullable StationConfig config = STATION.withBackup(new Backup("/usb", "1d", 7));
    private @Nullable Text refusal;
    private @Nullable Runnable meanwhile;
    private int ticks;
    private BackupKeeper keeper;
    @TempDir Path folder;

    @BeforeEach
    void make() {
        keeper = keeper();
    }

    private BackupKeeper keeper() {
        return new BackupKeeper(
                () -> config,
                this::answer,
                folder.resolve("backup.json"),
                time,
                time,
                Runnable::run);
    }

    private BackupOutcome answer(BackupRequest request, Course course) {
        asked.add(request);
        if (meanwhile != null) {
            meanwhile.run();
        }
        course.goOn();
        return refusal == null
                ? new BackupOutcome.Made(time.instant(), 3, 300, 3, 300, 0, 0, List.of())
                : new BackupOutcome.Refused(refusal);
    }

    private static BackupRequest request(Wanted wanted, String place, int keep) {
        return new BackupRequest(wanted, place, "", keep, "", null);
    }

    private void hours(int number) {
        for (int hour = 0; hour < number; hour++) {
            time.goOn(Duration.ofHours(1));
        }
    }

    private Verdict verdict() {
        return keeper.findings().getFirst().verdict();
    }

    @Test
    void one_is_made_at_once_and_then_as_often_as_wanted() {
        assertThat(verdict()).isEqualTo(Verdict.UNKNOWN);
        keeper.wake();
        assertThat(asked).containsExactly(request(Wanted.MAKE, "/usb", 7));
        assertThat(verdict()).isEqualTo(Verdict.PASS);

        hours(23);
        assertThat(asked).hasSize(1);
        hours(1);
        assertThat(asked).hasSize(2);
        hours(24);
        assertThat(asked).hasSize(3);
        assertThat(time.pending()).isOne();
    }

    @Test
    void none_is_made_where_none_is_wanted() {
        config = STATION;
        keeper.wake();
        config = null;
        keeper.wake();
        hours(48);

        assertThat(asked).isEmpty();
        assertThat(verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(keeper.plan().next()).isNull();
    }

    @Test
    void a_restart_makes_none_too_many_and_misses_none() {
        keeper.wake();
        hours(20);
        keeper.close();
        assertThat(time.pending()).isZero();

        keeper = keeper();
        keeper.wake();
        assertThat(asked).hasSize(1);
        hours(4);
        assertThat(asked).hasSize(2);
        keeper.close();
        time.goOn(Duration.ofDays(9));

        keeper = keeper();
        assertThat(verdict()).isEqualTo(Verdict.FAIL);
        keeper.wake();
        assertThat(asked).hasSize(3);
        assertThat(verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void after_a_failure_it_is_tried_again_after_longer_and_longer_pauses() {
        keeper.wake();
        refusal = GONE;
        hours(24);
        assertThat(asked).hasSize(2);
        time.goOn(Duration.ofMinutes(14));
        assertThat(asked).hasSize(2);
        time.goOn(Duration.ofMinutes(1));
        assertThat(asked).hasSize(3);
        assertThat(verdict()).isEqualTo(Verdict.WARN);
        hours(1);
        assertThat(asked).hasSize(4);
        assertThat(verdict()).isEqualTo(Verdict.FAIL);
        assertThat(keeper.plan().failures()).isEqualTo(3);
        assertThat(keeper.plan().reason()).isEqualTo(GONE);

        refusal = null;
        hours(3);
        assertThat(asked).hasSize(4);
        hours(1);
        assertThat(asked).hasSize(5);
        assertThat(verdict()).isEqualTo(Verdict.PASS);
        assertThat(keeper.plan().failures()).isZero();
    }

    @Test
    void the_pause_after_a_failure_outlives_a_restart() {
        refusal = GONE;
        keeper.wake();
        keeper.close();

        keeper = keeper();
        keeper.wake();

        assertThat(asked).hasSize(1);
        assertThat(keeper.plan().failed()).isEqualTo(time.instant());
    }

    @Test
    void what_somebody_else_does_at_the_moment_is_no_failure() {
        refusal = Text.of("backup.busy");
        keeper.wake();
        assertThat(keeper.plan().failures()).isZero();
        assertThat(verdict()).isEqualTo(Verdict.UNKNOWN);

        refusal = null;
        time.goOn(BackupKeeper.BUSY);
        assertThat(asked).hasSize(2);
        assertThat(verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void one_that_a_person_has_made_there_counts() {
        refusal = GONE;
        keeper.wake();
        refusal = null;
        time.goOn(Duration.ofMinutes(5));

        keeper.answer(request(Wanted.MAKE, "", 0), Course.unwatched());
        assertThat(asked.getLast()).isEqualTo(request(Wanted.MAKE, "/usb", 7));
        assertThat(verdict()).isEqualTo(Verdict.PASS);
        hours(23);
        assertThat(asked).hasSize(2);
    }

    @Test
    void one_elsewhere_does_not_count() {
        refusal = GONE;
        keeper.wake();
        refusal = null;
        keeper.answer(request(Wanted.MAKE, "/other", 2), Course.unwatched());

        assertThat(asked.getLast()).isEqualTo(request(Wanted.MAKE, "/other", 2));
        assertThat(keeper.plan().last()).isNull();
    }

    @Test
    void without_a_place_it_is_the_one_of_the_configuration_or_refused() {
        keeper.answer(request(Wanted.VERIFY, "", 0), Course.unwatched());
        assertThat(asked.getLast().place()).isEqualTo("/usb");
        config = STATION;

        assertThat(keeper.answer(request(Wanted.LIST, "", 0), Course.unwatched()))
                .isEqualTo(new BackupOutcome.Refused(Text.of("backup.nowhere")));
    }

    @Test
    void another_place_gets_its_first_one_at_once() {
        keeper.wake();
        config = STATION.withBackup(new Backup("ssh://a@b/c", "12h", 0));
        keeper.wake();

        assertThat(asked)
                .containsExactly(
                        request(Wanted.MAKE, "/usb", 7), request(Wanted.MAKE, "ssh://a@b/c", 0));
        assertThat(keeper.plan().next()).isEqualTo(time.instant().plus(Duration.ofHours(12)));
    }

    @Test
    void the_first_one_is_made_although_the_clock_goes_on_while_one_looks_at_it() {
        InstantSource ticking = () -> time.instant().plusNanos(ticks++);
        keeper =
                new BackupKeeper(
                        () -> config,
                        this::answer,
                        folder.resolve("ticking.json"),
                        ticking.withZone(ZoneOffset.UTC),
                        time,
                        Runnable::run);
        keeper.wake();

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_date_to_come_is_not_believed() throws Exception {
        BackupMemory.good("/usb", time.instant().plus(Duration.ofDays(3000)), 0)
                .write(folder.resolve("backup.json"));
        keeper = keeper();
        keeper.wake();

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_damaged_memory_is_forgotten() throws Exception {
        Files.writeString(folder.resolve("backup.json"), "{");
        keeper = keeper();
        keeper.wake();

        assertThat(asked).hasSize(1);
        assertThat(verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void the_end_of_the_daemon_ends_it_and_is_no_failure() {
        meanwhile = keeper::close;
        keeper.wake();

        assertThat(keeper.plan().failures()).isZero();
        assertThat(keeper.plan().last()).isNull();
        assertThat(time.pending()).isZero();
    }

    @Test
    void who_cancels_gets_no_answer_and_leaves_nothing_behind() {
        assertThatThrownBy(
                        () ->
                                keeper.answer(
                                        request(Wanted.MAKE, "", 0),
                                        new Course(_ -> {}, () -> true)))
                .isInstanceOf(CancellationException.class);
        assertThat(keeper.plan().working()).isFalse();
        assertThat(keeper.plan().failed()).isNull();
    }

    @Test
    void it_tells_that_one_is_being_made_and_a_surprise_counts_as_a_failure() {
        List<Boolean> working = new ArrayList<>();
        meanwhile =
                () -> {
                    working.add(keeper.plan().working());
                    throw new IllegalStateException("the disk speaks Greek");
                };
        keeper.wake();

        assertThat(working).containsExactly(true);
        assertThat(keeper.plan().working()).isFalse();
        assertThat(keeper.plan().reason())
                .satisfies(
                        reason ->
                                assertThat(String.valueOf(reason))
                                        .contains("the disk speaks Greek"));
        Instant next = keeper.plan().next();
        assertThat(next).isEqualTo(time.instant().plus(Duration.ofMinutes(15)));
    }
}

package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.accounts.HourlyCount;
import org.mailstation.daemon.apply.HandTimer;

class TallyTest {
    @TempDir Path folder;
    private final HandTimer time = new HandTimer();

    private Path file() {
        return folder.resolve("counts.json");
    }

    /** One life of the daemon. */
    private final class Life {
        final HourlyCount logins = new HourlyCount(time);
        final LetterWatch letters = new LetterWatch(time, _ -> {});
        final Tally tally = new Tally(file(), logins, letters, time);

        Life() {
            tally.start();
        }

        void happens() {
            logins.add();
            letters.accept(new StationEvent.LetterSent(time.instant(), "a@b.test", "mx", "<1>"));
            letters.accept(
                    new StationEvent.LetterDelayed(
                            time.instant(),
                            "c@slow.test",
                            "mx.slow.test",
                            "451 later",
                            time.instant(),
                            "<2>"));
        }
    }

    @Test
    void what_was_counted_is_known_in_the_next_life() {
        Life first = new Life();
        first.happens();
        first.tally.close();
        time.goOn(Duration.ofHours(1));

        Life second = new Life();
        second.logins.add();

        assertThat(second.logins.lastDay()).isEqualTo(2);
        assertThat(second.logins.busiestHour()).isEqualTo(1);
        assertThat(second.letters.sent().lastDay()).isEqualTo(1);
        assertThat(second.letters.refusals().now())
                .extracting(Refusals.Refusal::domain)
                .containsExactly("slow.test");
    }

    @Test
    void a_process_that_is_killed_has_forgotten_minutes_at_most() {
        Life first = new Life();
        first.happens();
        time.goOn(Tally.PERIOD);
        first.logins.add();

        assertThat(new Life().logins.lastDay()).isEqualTo(1);
    }

    @Test
    void after_a_day_it_is_forgotten_also_over_a_restart() {
        Life first = new Life();
        first.happens();
        first.tally.close();
        time.goOn(Duration.ofDays(4));

        Life second = new Life();
        assertThat(second.logins.lastDay()).isZero();
        assertThat(second.letters.refusals().now()).isEmpty();
    }

    @Test
    void a_disk_is_not_written_for_nothing() throws Exception {
        Life life = new Life();
        time.goOn(Tally.PERIOD);
        life.tally.close();

        assertThat(file()).doesNotExist();
        assertThat(time.pending()).isZero();
    }

    @Test
    void a_damaged_file_begins_anew() throws Exception {
        Files.writeString(file(), "{\"logins\": 7");
        Life life = new Life();
        life.happens();
        life.tally.close();

        assertThat(new Life().logins.lastDay()).isEqualTo(1);
    }
}

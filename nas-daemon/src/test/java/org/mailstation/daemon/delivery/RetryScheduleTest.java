package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final RetrySchedule USUAL = RetrySchedule.STANDARD;

    @Test
    void pauses_become_longer_and_then_stay() {
        assertThat(USUAL.pauseAfter(1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(USUAL.pauseAfter(6)).isEqualTo(Duration.ofHours(4));
        assertThat(USUAL.pauseAfter(60)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_letter_that_was_tried_for_five_days_has_waited_long_enough() {
        assertThat(USUAL.isOver(Duration.ofDays(5), 34)).isFalse();
        assertThat(USUAL.isOver(Duration.ofDays(5).plusSeconds(1), 34)).isTrue();
    }

    @Test
    void a_clock_that_was_fifty_years_behind_gives_no_letter_back_after_one_try() {
        assertThat(USUAL.isOver(Duration.ofDays(20_000), 1)).isFalse();
        assertThat(USUAL.isOver(Duration.ofDays(20_000), 5)).isFalse();
        assertThat(USUAL.isOver(Duration.ofDays(20_000), 6)).isTrue();
    }
}

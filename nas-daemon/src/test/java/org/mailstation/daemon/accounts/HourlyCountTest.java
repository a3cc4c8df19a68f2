package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HourlyCountTest {
    private final TestClock clock = new TestClock();
    private final HourlyCount count = new HourlyCount(clock);

    @Test
    void what_is_older_than_a_day_no_longer_counts() {
        count.add();
        clock.pass(Duration.ofHours(20));
        count.add();
        count.add();
        assertThat(count.lastDay()).isEqualTo(3);
        assertThat(count.busiestHour()).isEqualTo(2);
        clock.pass(Duration.ofHours(5));
        assertThat(count.lastDay()).isEqualTo(2);
        clock.pass(Duration.ofHours(20));
        assertThat(count.lastDay()).isZero();
        assertThat(count.busiestHour()).isZero();
    }
}

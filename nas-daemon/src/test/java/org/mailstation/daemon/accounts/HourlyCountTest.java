package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.apply.HandTimer;

class HourlyCountTest {
    private final HandTimer clock = new HandTimer();
    private final HourlyCount count = new HourlyCount(clock);

    @Test
    void what_is_older_than_a_day_no_longer_counts() {
        count.add();
        clock.goOn(Duration.ofHours(20));
        count.add();
        count.add();
        assertThat(count.lastDay()).isEqualTo(3);
        assertThat(count.busiestHour()).isEqualTo(2);
        clock.goOn(Duration.ofHours(5));
        assertThat(count.lastDay()).isEqualTo(2);
        clock.goOn(Duration.ofHours(20));
        assertThat(count.lastDay()).isZero();
        assertThat(count.busiestHour()).isZero();
    }
}

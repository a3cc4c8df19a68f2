package org.mailstation.acceptance.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void twice_as_good_is_reached_from_two_on() {
        Target twice = new Target.AtLeastTimes(2);
        assertThat(twice.reached(100, 2)).contains(true);
        assertThat(twice.reached(100, 1.999)).contains(false);
    }

    @Test
    void a_ratio_that_nobody_knows_is_neither_reached_nor_missed() {
        assertThat(new Target.AtLeastTimes(2).reached(100, Double.NaN)).isEmpty();
    }

    @Test
    void an_upper_limit_does_not_ask_for_the_peer() {
        Target most = new Target.AtMost(130);
        assertThat(most.reached(130, Double.NaN)).contains(true);
        assertThat(most.reached(130.1, 5)).contains(false);
        assertThat(most.reached(Double.NaN, 5)).isEmpty();
    }

    @Test
    void where_nothing_was_promised_nothing_is_reached() {
        assertThat(Target.NONE.reached(1, 100)).isEmpty();
        assertThat(Target.NONE.words("MB")).isEmpty();
    }

    @Test
    void targets_read_as_in_a_table() {
        assertThat(new Target.AtLeastTimes(2).words("letters/s")).isEqualTo("≥ 2 ×");
        assertThat(new Target.AtMost(2.5).words("s")).isEqualTo("≤ 2.5 s");
    }
}

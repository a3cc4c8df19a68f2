package org.mailstation.daemon.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GiveBackTest {
    private static final long MEGABYTE = 1 << 20;

    private Duration processorTime = Duration.ZERO;
    private long heap = 16 * MEGABYTE;
    private int collections;

    private final GiveBack giveBack =
            new GiveBack(
                    () -> processorTime,
                    () -> heap,
                    () -> {
                        collections++;
                        heap -= 20 * MEGABYTE;
                        processorTime = processorTime.plusMillis(300);
                    });

    private void period(int worked, long heapNow) {
        processorTime = processorTime.plusMillis(worked);
        heap = heapNow * MEGABYTE;
        giveBack.look();
    }

    @Test
    void a_heap_that_has_grown_shrinks_when_the_work_is_done() {
        period(1500, 96);
        assertThat(collections).isZero();

        period(5, 96);

        assertThat(collections).isEqualTo(1);
        assertThat(heap).isEqualTo(76 * MEGABYTE);
    }

    @Test
    void it_is_not_tried_again_before_the_heap_has_grown_once_more() {
        period(5, 96);
        period(5, 76);
        period(900, 82);
        period(5, 82);
        assertThat(collections).isEqualTo(1);

        period(900, 90);
        period(5, 90);

        assertThat(collections).isEqualTo(2);
    }

    @Test
    void a_heap_that_has_not_grown_is_left_alone() {
        period(5, 16);

        assertThat(collections).isZero();
    }

    @Test
    void its_own_work_is_not_taken_for_somebody_elses() {
        period(5, 96);

        period(5, 96);

        assertThat(collections).isEqualTo(2);
    }
}

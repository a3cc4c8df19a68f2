package org.mailstation.acceptance.bench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    @Test
    void work_is_done_as_often_as_was_asked_and_takes_time() throws Exception {
        AtomicInteger done = new AtomicInteger();
        assertThat(Stopwatch.millis(5, done::incrementAndGet)).isPositive();
        assertThat(done).hasValue(5);
    }

    @Test
    void a_thousand_milliseconds_are_a_second() throws Exception {
        double millis = Stopwatch.millis(() -> Thread.sleep(2));
        double seconds = Stopwatch.seconds(() -> Thread.sleep(2));
        assertThat(millis).isGreaterThanOrEqualTo(2);
        assertThat(seconds).isGreaterThanOrEqualTo(0.002);
    }

    @Test
    void work_that_fails_has_no_time() {
        assertThatThrownBy(
                        () ->
                                Stopwatch.seconds(
                                        () -> {
                                            throw new IllegalStateException("broken");
                                        }))
                .hasMessage("broken");
    }
}

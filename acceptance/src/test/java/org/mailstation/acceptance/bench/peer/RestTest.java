package org.mailstation.acceptance.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final Duration STEP = Duration.ofMillis(1);

    @Test
    void a_server_that_does_nothing_is_at_rest_after_its_calm_steps() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        new Rest(STEP, Duration.ZERO, 3, 10)
                .await(
                        () -> {
                            looks.incrementAndGet();
                            return Stream.empty();
                        });
        assertThat(looks).hasValue(4);
    }

    @Test
    void a_server_that_never_rests_is_not_waited_for_without_end() {
        Rest impatient = new Rest(STEP, Duration.ofMillis(-1), 3, 5);
        assertThatThrownBy(() -> impatient.await(Stream::empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("still at work");
    }
}

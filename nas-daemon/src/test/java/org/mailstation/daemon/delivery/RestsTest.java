package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Test;

class RestsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Outcome.NotNow SILENCE =
            new Outcome.NotNow(
                    new SmtpReply(451, "4.4.1 no answer"), "mx.away.test", Outcome.Why.SILENCE);

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private final Rests rests =
            new Rests(
                    clock,
                    new RetrySchedule(
                            List.of(Duration.ofMinutes(2), Duration.ofMinutes(10)),
                            Duration.ofDays(5)));

    @Test
    void a_destination_is_left_alone_for_longer_after_each_silence() {
        assertThat(rests.of("away.test")).isEmpty();
        rests.nobodyAnswered("away.test", SILENCE);
        assertThat(rests.of("away.test").orElseThrow().why()).isEqualTo(SILENCE);

        clock.setInstant(NOON.plus(Duration.ofMinutes(3)));
        assertThat(rests.of("away.test")).isEmpty();
        rests.nobodyAnswered("away.test", SILENCE);
        clock.setInstant(NOON.plus(Duration.ofMinutes(12)));
        assertThat(rests.of("away.test")).isPresent();
        assertThat(rests.of("other.test")).isEmpty();
        clock.setInstant(NOON.plus(Duration.ofMinutes(14)));
        assertThat(rests.of("away.test")).isEmpty();
    }

    @Test
    void tries_side_by_side_count_as_one() {
        rests.nobodyAnswered("away.test", SILENCE);
        rests.nobodyAnswered("away.test", SILENCE);

        assertThat(rests.of("away.test").orElseThrow().failures()).isEqualTo(1);
    }

    @Test
    void an_answer_ends_the_rest_and_the_count() {
        rests.nobodyAnswered("away.test", SILENCE);
        rests.answered("away.test");

        assertThat(rests.of("away.test")).isEmpty();
        rests.nobodyAnswered("away.test", SILENCE);
        assertThat(rests.of("away.test").orElseThrow().failures()).isEqualTo(1);
    }

    @Test
    void new_settings_are_a_new_chance_for_everybody() {
        rests.nobodyAnswered("away.test", SILENCE);
        rests.clear();

        assertThat(rests.of("away.test")).isEmpty();
    }
}

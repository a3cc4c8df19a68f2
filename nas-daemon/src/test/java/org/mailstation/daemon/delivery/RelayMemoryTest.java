package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Test;
import org.mailstation.control.RelayedDestination;

class RelayMemoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private final ConcurrentMap<String, String> kept = new ConcurrentHashMap<>();
    private final RelayMemory memory = new RelayMemory(kept, clock);

    @Test
    void a_destination_is_tried_directly_again_after_three_weeks() {
        memory.learn("big.test", "554 PBL");
        RelayedDestination known = memory.of("big.test").orElseThrow();
        assertThat(known.since()).isEqualTo(NOON);
        assertThat(known.until()).isEqualTo(NOON.plus(Duration.ofDays(21)));
        assertThat(memory.of("other.test")).isEmpty();

        clock.setInstant(NOON.plus(Duration.ofDays(20)));
        assertThat(memory.of("big.test")).isPresent();
        clock.setInstant(NOON.plus(Duration.ofDays(22)));
        assertThat(memory.of("big.test")).isEmpty();
        assertThat(memory.all()).isEmpty();
        assertThat(kept).as("on the disk").isEmpty();
    }

    @Test
    void what_is_kept_is_known_after_a_restart_and_a_damaged_line_costs_only_itself() {
        memory.learn("big.test", "554 PBL");
        kept.put("damaged.test", "{");

        RelayMemory again = new RelayMemory(kept, clock);
        assertThat(again.of("damaged.test")).isEmpty();
        assertThat(again.all())
                .extracting(RelayedDestination::destination)
                .containsExactly("big.test");
    }

    @Test
    void what_is_forgotten_is_not_known_and_said_once() {
        memory.learn("big.test", "554 PBL");

        assertThat(memory.forget("big.test")).isTrue();
        assertThat(memory.forget("big.test")).isFalse();
        assertThat(memory.of("big.test")).isEmpty();
    }

    @Test
    void a_long_answer_is_cut_and_a_crowd_of_destinations_stays_bounded() {
        for (int i = 0; i < 1100; i++) {
            memory.learn("d" + i + ".test", "554 " + "x".repeat(5000));
        }

        assertThat(kept).hasSize(1000);
        assertThat(memory.of("d1.test").orElseThrow().reason()).hasSize(1000);
    }
}

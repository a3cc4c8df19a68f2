package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Test;

class LastLoginsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private final ConcurrentMap<String, Long> kept = new ConcurrentHashMap<>();
    private final LastLogins logins = new LastLogins(kept, clock);

    @Test
    void who_never_came_is_not_known() {
        assertThat(logins.of("anna@example.org")).isNull();
    }

    @Test
    void the_last_time_counts_also_after_a_restart() {
        logins.note("anna@example.org");
        clock.setInstant(NOON.plus(Duration.ofHours(1)));
        logins.note("anna@example.org");
        assertThat(new LastLogins(kept, clock).of("anna@example.org"))
                .isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void a_program_that_comes_every_second_is_not_written_down_each_time() {
        logins.note("anna@example.org");
        clock.setInstant(NOON.plusSeconds(59));
        logins.note("anna@example.org");
        assertThat(logins.of("anna@example.org")).isEqualTo(NOON);
    }

    @Test
    void a_removed_account_is_forgotten() {
        logins.note("anna@example.org");
        logins.note("ben@example.org");
        logins.retain(List.of("ben@example.org"));
        assertThat(kept).containsOnlyKeys("ben@example.org");
    }
}

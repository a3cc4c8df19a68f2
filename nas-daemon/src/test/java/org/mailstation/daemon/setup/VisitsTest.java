package org.mailstation.daemon.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private final Visits visits = new Visits(clock);

    @Test
    void each_address_has_its_own_measure_which_is_new_after_a_minute() {
        for (int i = 0; i < Visits.MOST; i++) {
            assertThat(visits.mayCome(ONE)).isTrue();
        }
        assertThat(visits.mayCome(ONE)).isFalse();
        assertThat(visits.mayCome(InetAddress.ofLiteral("192.0.2.2"))).isTrue();

        clock.setInstant(NOON.plus(Visits.PERIOD));
        assertThat(visits.mayCome(ONE)).isTrue();
    }
}

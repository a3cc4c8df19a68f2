package org.mailstation.daemon.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSslSessionTicketKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.apply.HandTimer;

class TicketKeysTest {
    private final HandTimer clock = new HandTimer();
    private final List<List<OpenSslSessionTicketKey>> told = new ArrayList<>();
    private final TicketKeys keys = new TicketKeys(clock, now -> told.add(List.of(now)));

    private void renewAfter(Duration time) {
        clock.goOn(time);
        keys.renew();
    }

    @Test
    void a_key_is_kept_for_half_a_day() {
        renewAfter(Duration.ZERO);
        renewAfter(Duration.ofHours(11));

        assertThat(told).hasSize(1);
    }

    @Test
    void tickets_of_the_key_before_are_still_taken() {
        renewAfter(Duration.ZERO);
        renewAfter(Duration.ofHours(12));

        assertThat(told.get(1)).hasSize(2);
        assertThat(told.get(1).get(1)).isSameAs(told.get(0).get(0));
        assertThat(told.get(1).get(0).name()).isNotEqualTo(told.get(0).get(0).name());
    }

    @Test
    void a_key_that_has_been_left_alone_for_a_day_is_forgotten() {
        renewAfter(Duration.ZERO);
        renewAfter(Duration.ofHours(24));

        assertThat(told.get(1)).hasSize(1);
    }
}

package org.mailstation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.text.Text;

class DdnsChangeTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void mail_is_at_risk_from_the_last_good_look_until_the_provider_took_it() {
        DdnsChange done =
                new DdnsChange("1", "2", NOON, NOON.plusSeconds(30), NOON.plusSeconds(40), 1);
        assertThat(done.risk(NOON.plusSeconds(999))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void mail_is_still_at_risk_while_the_provider_did_not_take_it() {
        DdnsChange open = new DdnsChange("1", "2", null, NOON, null, 3);
        assertThat(open.risk(NOON.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void state_and_tests_travel_as_they_are() {
        DdnsStatus status =
                new DdnsStatus(
                        "noip",
                        "a.example",
                        "44.128.0.77",
                        "44.128.0.77",
                        NOON,
                        NOON,
                        null,
                        List.of(new DdnsChange("", "44.128.0.77", null, NOON, NOON, 1)),
                        List.of());
        assertThat(ControlJson.read(ControlJson.write(status), DdnsStatus.class)).isEqualTo(status);
        DdnsTried tried = new DdnsTried.TryLater(Text.of("ddns.none"), NOON);
        assertThat(ControlJson.read(ControlJson.write(tried), DdnsTried.class)).isEqualTo(tried);
    }
}

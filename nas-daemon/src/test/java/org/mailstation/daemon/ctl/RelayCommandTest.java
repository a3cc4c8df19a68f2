package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.config.Relay;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedDestination;
import org.mailstation.control.RelayedRequest;
import org.mailstation.control.RelayedRequest.Wanted;
import org.mailstation.words.Exit;

@Timeout(60)
class RelayCommandTest extends CtlBench {
    private static final Instant SINCE = Instant.parse("2026-05-01T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-05-22T12:00:00Z");

    private static Relayed known(boolean known) {
        return new Relayed(
                Relay.Use.WHEN_REFUSED,
                "mail.provider.example",
                known,
                List.of(
                        new RelayedDestination("big.example", "554 PBL", SINCE, UNTIL),
                        new RelayedDestination("*", "451 timed out", SINCE, UNTIL)));
    }

    @Test
    void who_is_reached_through_the_relay_is_shown_with_day_and_reason() {
        rig.relayed = known(true);

        assertThat(run("", "relay", "list")).isEqualTo(Exit.OK.code());
        assertThat(out)
                .contains(
                        "Letters to big.example leave through the relay mail.provider.example since"
                                + " 2026-05-01",
                        "2026-05-22",
                        "554 PBL",
                        "port 25 is blocked");
        run("", "relay", "list", "--json");
        assertThat(ControlJson.read(out, Relayed.class)).isEqualTo(rig.relayed);
    }

    @Test
    void one_is_forgotten_by_its_name_in_any_case() {
        rig.relayed = known(true);

        assertThat(run("", "relay", "forget", "BIG.example")).isEqualTo(Exit.OK.code());
        assertThat(rig.relayedAsked)
                .containsExactly(new RelayedRequest(Wanted.FORGET, "big.example"));
    }

    @Test
    void a_name_that_is_not_there_is_said() {
        rig.relayed = known(false);

        assertThat(run("", "relay", "forget", "other.example")).isEqualTo(Exit.NOT_FOUND.code());
    }
}

package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.Ban;
import org.mailstation.control.BanRequest;
import org.mailstation.control.Bans;
import org.mailstation.control.ControlJson;
import org.mailstation.words.Exit;

@Timeout(60)
class BansCommandTest extends CtlBench {
    private static final Ban GUESSER =
            new Ban("192.0.2.1", Ban.Reason.LOGINS, Instant.parse("2026-05-01T12:00:00Z"), 11);
    private static final Ban HARVESTER =
            new Ban(
                    "2001:db8:1:2::/64",
                    Ban.Reason.LETTERS,
                    Instant.parse("2026-05-01T13:00:00Z"),
                    40);

    @Test
    void that_nobody_is_shut_out_is_said() {
        assertThat(run("", "bans")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("Nobody is shut out");
    }

    @Test
    void everybody_is_listed_with_what_they_did() {
        rig.bans = List.of(GUESSER, HARVESTER);

        run("", "bans", "list");

        assertThat(out)
                .contains("192.0.2.1 cannot sign in until", "11 wrong passwords")
                .contains("2001:db8:1:2::/64 cannot bring letters until");
    }

    @Test
    void scripts_get_everything() {
        rig.bans = List.of(GUESSER);

        run("", "bans", "list", "--json");

        assertThat(ControlJson.read(out, Bans.class)).isEqualTo(new Bans(List.of(GUESSER), false));
    }

    @Test
    void somebody_is_let_in_again() {
        assertThat(run("", "bans", "lift", "192.0.2.1")).isEqualTo(Exit.OK.code());
        assertThat(rig.bansAsked)
                .containsExactly(new BanRequest(BanRequest.Wanted.LIFT, "192.0.2.1"));
        assertThat(out).contains("192.0.2.1 may try again");
    }

    @Test
    void figures_are_printed_as_they_are() {
        assertThat(run("", "metrics")).isEqualTo(Exit.OK.code());
        assertThat(out).isEqualTo("mailstation_queue_letters 3\n");
    }
}

package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

@Timeout(60)
class WatchCommandTest extends CtlBench {
    private static final Instant TEN_PAST_TWO = Instant.parse("2026-05-01T02:10:00Z");
    private static final Trouble WRONG_ADDRESS =
            Trouble.begun("dns.address", Text.of("relay.login", "x"), Health.BROKEN, TEN_PAST_TWO);
    private static final Watched OVER =
            new Watched(
                    true,
                    "6h",
                    "anna@example.org",
                    TEN_PAST_TWO,
                    TEN_PAST_TWO.plusSeconds(6 * 3600),
                    List.of(),
                    List.of(
                            new WatchNote(
                                    TEN_PAST_TWO.plusSeconds(16_200),
                                    Health.BROKEN,
                                    Health.FINE,
                                    List.of(),
                                    List.of(WRONG_ADDRESS.over(TEN_PAST_TWO.plusSeconds(16_200))),
                                    WatchNote.Letter.WRITTEN)),
                    null);

    @Test
    void what_changed_is_told_with_states_and_how_long_it_lasted() {
        rig.home.watched = OVER;
        assertThat(run("", "watch")).isEqualTo(Exit.OK.code());
        assertThat(out)
                .contains("Everything is as it should be")
                .contains("Everything is looked at again on", "(6h)")
                .contains("The station: disturbed, now in order")
                .contains("it lasted 4 h 30 min)", "The owner was told.");
        run("", "watch", "history", "--json");
        assertThat(ControlJson.read(out, Watched.class)).isEqualTo(OVER);
        run("", "watch", "--json");
        assertThat(ControlJson.read(out, Watched.class)).isEqualTo(OVER);
    }

    @Test
    void it_looks_at_once_when_asked_and_says_what_is_wrong() {
        rig.home.watched =
                new Watched(
                        false,
                        "6h",
                        "",
                        null,
                        null,
                        List.of(WRONG_ADDRESS),
                        List.of(),
                        Text.of("watch.lost", "2026-05-01 10:00", "/x"));
        assertThat(run("", "watch", "now")).isEqualTo(Exit.ATTENTION.code());
        assertThat(rig.home.watching).containsExactly(new WatchRequest(WatchRequest.Wanted.LOOK));
        assertThat(out)
                .contains("(since 2026-05-01", "switched off", "put aside as /x")
                .contains("Nobody is told by letter");
    }

    @Test
    void a_letter_as_a_trial_is_written_or_it_is_said_why_not() {
        rig.home.answer = Text.of("watch.trial.written", "anna@example.org");
        assertThat(run("", "watch", "letter")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("A letter to anna@example.org was written");
        rig.home.because = Text.of("relay.login", "relay.example");
        assertThat(run("", "watch", "letter")).isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("relay.example");
    }
}

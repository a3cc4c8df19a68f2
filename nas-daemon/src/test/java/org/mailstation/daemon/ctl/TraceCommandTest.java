package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.control.Traces;
import org.mailstation.words.Exit;

@Timeout(60)
class TraceCommandTest extends CtlBench {
    private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

    private static final Traces ONE =
            new Traces(
                    List.of(
                            new Trace(
                                    "m1",
                                    AT,
                                    "<1@away.example>",
                                    "bob@away.example",
                                    List.of("anna@home.test"),
                                    "Dinner",
                                    "mx.away.example [198.51.100.7] ESMTPS",
                                    1234,
                                    "spf=pass",
                                    List.of(
                                            new TraceStep(
                                                    AT,
                                                    TraceStep.Kind.DELIVERED,
                                                    "anna@home.test",
                                                    "Spam",
                                                    "")))),
                    true);

    @Test
    void a_letter_is_shown_with_all_that_became_of_it() {
        rig.traces = ONE;

        assertThat(run("", "trace", "--from", "bob", "--subject", "din", "-n", "1"))
                .isEqualTo(Exit.OK.code());
        assertThat(rig.traced).containsExactly(new TraceRequest("bob", "", "din", "", 1));
        assertThat(out)
                .containsSubsequence(
                        "bob@away.example → anna@home.test",
                        "Subject: Dinner",
                        "mx.away.example [198.51.100.7] ESMTPS, 1234 bytes",
                        "spf=pass",
                        "Put into the folder Spam of anna@home.test",
                        "There are more");
    }

    @Test
    void scripts_get_everything() {
        rig.traces = ONE;

        run("", "trace", "--json");

        assertThat(ControlJson.read(out, Traces.class)).isEqualTo(ONE);
    }

    @Test
    void that_nothing_was_found_is_said_and_seen_by_scripts() {
        assertThat(run("", "trace", "--id", "nobody")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(out).contains("nothing of it has reached this station");
    }
}

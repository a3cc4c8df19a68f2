package org.mailstation.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.text.Text;

/** What the station's log adds to a returned letter. */
class ExplanationTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static Logged log(Logged.Kind kind, TraceStep... steps) {
        Trace letter =
                new Trace(
                        "n1",
                        NOON,
                        "<1@home.test>",
                        "anna@home.test",
                        List.of("eve@family.example"),
                        "",
                        "anna",
                        10,
                        "",
                        List.of(steps));
        return new Logged(kind, List.of(letter), Text.of("bounce.log.found"));
    }

    private static TraceStep step(TraceStep.Kind kind, String to, String place) {
        return new TraceStep(NOON, kind, to, place, "550 5.1.1 user unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <eve@family.example>: user unknown, RETURNED, FOUND, Gmail",
        "451 4.7.1 <eve@family.example>: greylisted, DELAYED, FOUND, Gmail",
        "550 5.1.1 <eve@family.example>: user unknown, SENT, FOUND, ''",
        "550 5.1.1 <eve@family.example>: user unknown, RETURNED, SIMILAR, ''",
        "550 5.1.1 <bob@family.example>: user unknown, RETURNED, FOUND, ''",
        "550 5.1.2 <eve@family.example>: no such domain, RETURNED, FOUND, ''",
    })
    void who_keeps_the_domain_of_a_family_is_known_from_the_server_that_the_station_asked(
            String text, TraceStep.Kind kind, Logged.Kind found, String provider) {
        Reading.Returned returned =
                (Reading.Returned) Bounces.read(text.getBytes(StandardCharsets.UTF_8));
        Logged log = log(found, step(kind, "eve@family.example", "aspmx.l.google.com"));

        Answer answer = Explanation.of(returned, log, Set.of()).answers().getFirst();

        assertThat(answer.refusal().provider()).isEqualTo(provider);
        assertThat(answer.refusal().reply()).isEqualTo(text);
    }
}

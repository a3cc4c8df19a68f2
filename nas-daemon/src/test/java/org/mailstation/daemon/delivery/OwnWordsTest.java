package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.bounce.StepMeaning;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.incoming.Ruling;
import org.mailstation.text.Text;

/** What the station tells others is understood by those who explain it to people. */
class OwnWordsTest {
    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(Ruling.COME_AGAIN.reply(), "greylisted"),
                Arguments.of(Reception.FULL, "full"),
                Arguments.of(Reception.LATER, "no-room"),
                Arguments.of(Reception.LOOP, "loop"),
                Arguments.of(Reception.NOT_YOURS, "not-yours"),
                Arguments.of("550 5.7.1 No more newsletters", "unwanted"),
                Arguments.of(GivenUp.REPLY.toString(), "given-up"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void an_own_reply_has_plain_words(String reply, String word) {
        TraceStep step = new TraceStep(Instant.EPOCH, TraceStep.Kind.REFUSED, "", "", reply);
        assertThat(StepMeaning.of(step).means())
                .extracting(Text::key)
                .containsExactly("trace.own." + word, "trace.own." + word + ".next");
    }
}

package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.text.Text;

class ChannelAnswerTest {
    private static final Map<String, ChannelAnswer> ANSWERS =
            Map.of(
                    "two", new ChannelAnswer.Answered(2),
                    "three", new ChannelAnswer.Answered(3),
                    "five", new ChannelAnswer.Answered(5),
                    "silent", new ChannelAnswer.Silent(),
                    "could-not", new ChannelAnswer.CouldNotAsk(Text.of("why")));

    @ParameterizedTest
    @CsvSource({
        "two,       three,     five",
        "two,       silent,    two",
        "silent,    two,       two",
        "two,       could-not, two",
        "could-not, two,       two",
        "silent,    silent,    silent",
        "silent,    could-not, could-not", // "nobody there" would be more than is known
        "could-not, silent,    could-not",
    })
    void two_networks_give_one_answer(String one, String other, String both) {
        assertThat(answer(one).and(answer(other))).isEqualTo(answer(both));
    }

    private static ChannelAnswer answer(String name) {
        return Objects.requireNonNull(ANSWERS.get(name));
    }
}

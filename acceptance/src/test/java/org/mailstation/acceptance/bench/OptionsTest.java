package org.mailstation.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static Options parse(String... words) {
        return Options.parse(List.of(words));
    }

    @Test
    void without_a_word_everything_runs() {
        Options options = parse();
        assertThat(options.only()).isEmpty();
        assertThat(options.quick()).isFalse();
        assertThat(options.rounds()).isZero();
        assertThat(options.report()).isNull();
    }

    @Test
    void names_can_be_given_together_or_one_by_one() {
        assertThat(parse("--only", "append-1,fetch", "--only", "retr").only())
                .containsExactly("append-1", "fetch", "retr");
    }

    @Test
    void what_has_something_to_reach_can_be_chosen_together() {
        assertThat(parse("--must").only()).contains("start", "append-4", "memory-after");
    }

    @Test
    void everything_can_be_chosen() {
        Options options =
                parse(
                        "--quick",
                        "--rounds",
                        "5",
                        "--program",
                        "p",
                        "--folder",
                        "f",
                        "--report",
                        "r");
        assertThat(options)
                .isEqualTo(
                        new Options(
                                true,
                                false,
                                List.of(),
                                5,
                                Path.of("p"),
                                Path.of("f"),
                                Path.of("r")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", ""})
    void rounds_are_a_number_above_nothing(String rounds) {
        assertThatThrownBy(() -> parse("--rounds", rounds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rounds");
    }

    @Test
    void a_word_that_is_not_known_is_named() {
        assertThatThrownBy(() -> parse("--qick")).hasMessageContaining("--qick");
    }

    @Test
    void a_missing_value_is_named() {
        assertThatThrownBy(() -> parse("--only")).hasMessageContaining("--only");
    }
}

package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailstation.text.Text;

class SurpriseTest {

    private static Surprise of(String words) {
        return Surprise.of(new IllegalStateException(words));
    }

    @Test
    void the_same_fault_has_the_same_code_whatever_its_words() {
        assertThat(of("one").code()).isEqualTo(of("two").code()).startsWith("surprise.");
        assertThat(Surprise.of(new IllegalArgumentException()).code())
                .isNotEqualTo(of("one").code());
    }

    @Test
    void the_details_hold_places_and_kinds_but_not_the_exceptions_words() {
        Surprise surprise =
                Surprise.of(
                        new IllegalStateException(
                                "outer hunter2", new RuntimeException("inner hunter2")));

        assertThat(surprise.details())
                .contains("IllegalStateException", "RuntimeException", "SurpriseTest")
                .doesNotContain("hunter2");
        assertThat(surprise.text()).isEqualTo(Text.of("flow.surprise", surprise.code()));
    }
}

package org.mailstation.desktop.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void every_sentence_is_a_step() {
        assertThat(
                        Steps.of(
                                "Look in the router whether it forwards port 25 to the NAS. If it does, ask your provider.",
                                Locale.ENGLISH))
                .containsExactly(
                        "Look in the router whether it forwards port 25 to the NAS.",
                        "If it does, ask your provider.");
    }

    @Test
    void an_abbreviation_is_no_step() {
        assertThat(
                        Steps.of(
                                "Geben Sie z. B. Port 25 frei. Prüfen Sie danach noch einmal.",
                                Locale.GERMAN))
                .containsExactly("Geben Sie z. B. Port 25 frei.", "Prüfen Sie danach noch einmal.");
    }

    @Test
    void one_sentence_stays_one_and_nothing_is_none() {
        assertThat(Steps.of("Wait.", Locale.ENGLISH)).containsExactly("Wait.");
        assertThat(Steps.of("", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void nothing_is_lost() {
        assertThat(Steps.of("Restart the router, and wait for it. Done.", Locale.ENGLISH))
                .containsExactly("Restart the router, and wait for it. Done.");
    }
}

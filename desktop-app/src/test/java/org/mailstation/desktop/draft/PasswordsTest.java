package org.mailstation.desktop.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.desktop.draft.Passwords.Strength;

class PasswordsTest {

    @Test
    void generated_passwords_are_strong_different_and_without_lookalikes() {
        Random random = new Random(7);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String password = Passwords.generate(random);
            assertThat(password)
                    .matches("([a-zA-Z2-9]{4}-){3}[a-zA-Z2-9]{4}")
                    .doesNotContainPattern("[0O1lI]");
            assertThat(Passwords.strength(password)).isNotEqualTo(Strength.WEAK);
            assertThat(seen.add(password)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "abc, WEAK",
        "abcdefgh, WEAK",
        "12345678, WEAK",
        "aaaaaaaaaaaa, WEAK",
        "Sommer24, WEAK",
        "alexmuster1, WEAK",
        "gruen7Boot, FAIR",
        "correct-Horse-7-battery, STRONG"
    })
    void strength_grows_with_length_and_variety_and_not_with_what_is_known(
            String password, Strength strength) {
        assertThat(Passwords.strength(password, "alex", "example.org", "Muster"))
                .isEqualTo(strength);
    }

    @Test
    void a_weak_password_is_refused_and_an_existing_one_may_stay() {
        assertThat(Passwords.problem("", false)).isPresent();
        assertThat(Passwords.problem("", true)).isEmpty();
        assertThat(Passwords.problem("short", true)).isPresent();
        assertThat(Passwords.problem("tab\there-Is-9-in", true)).isPresent();
        assertThat(Passwords.problem("correct-Horse-7-battery", true)).isEmpty();
    }
}

package org.mailstation.acceptance.bench.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
    private final Letters letters = new Letters(1);

    private String text(int number, int size) {
        return new String(letters.letter(number, size), StandardCharsets.US_ASCII);
    }

    @Test
    void the_same_seed_gives_the_same_letter_in_every_run() {
        assertThat(new Letters(1).letter(7, 10_000)).isEqualTo(letters.letter(7, 10_000));
    }

    @Test
    void another_number_or_another_seed_gives_another_letter() {
        assertThat(letters.letter(8, 10_000)).isNotEqualTo(letters.letter(7, 10_000));
        assertThat(new Letters(2).letter(7, 10_000)).isNotEqualTo(letters.letter(7, 10_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000, 1_000_000})
    void a_letter_is_about_as_large_as_was_asked(int size) {
        assertThat(letters.letter(3, size).length).isBetween(size * 95 / 100, size * 105 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void lines_are_such_as_smtp_takes_without_a_change(int size) {
        String letter = text(5, size);
        assertThat(letter).endsWith("\r\n");
        assertThat(letter.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(letter.split("\r\n"))
                .allSatisfy(line -> assertThat(line).doesNotStartWith(".").hasSizeLessThan(998));
    }

    @Test
    void an_ordinary_letter_has_a_text_and_its_html_form() {
        assertThat(text(5, 10_000))
                .contains("multipart/alternative", "text/plain", "text/html", "Message-ID: <5.");
    }

    @Test
    void a_large_letter_has_a_picture() {
        assertThat(text(5, 1_000_000)).contains("multipart/mixed", "image/jpeg", "base64");
    }

    @Test
    void every_hundredth_letter_has_the_rare_words() {
        assertThat(IntStream.range(0, 300).filter(i -> text(i, 3000).contains("\r\nSubject: ")))
                .hasSize(300);
        assertThat(
                        IntStream.range(0, 300)
                                .filter(i -> text(i, 3000).contains(Letters.RARE_SUBJECT)))
                .containsExactly(0, 100, 200);
        assertThat(IntStream.range(0, 300).filter(i -> text(i, 3000).contains(Letters.RARE_TEXT)))
                .containsExactly(50, 150, 250);
    }
}

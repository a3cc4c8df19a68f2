package org.mailstation.daemon.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Müller, muller",
        "Mu\u0308ller, muller",
        "STRASSE, straße",
        "Łódź, lodz",
        "ΟΔΥΣΣΕΥΣ, οδυσσευς",
        "Ｆｕｌｌ　Ｗｉｄｔｈ, full width",
        "ﬁnden, finden",
        "ЁЛКА, елка",
        "日本語, 日本語",
        "ガイド, ｶﾞｲﾄﾞ",
        "한국어, 한국어",
        "Zei\u00ADtung, zeitung",
        "naïve\u00A0café, naive cafe"
    })
    void what_a_person_takes_for_the_same_is_the_same(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void a_voiced_kana_is_another_letter() {
        assertThat(Folding.fold("カ")).isNotEqualTo(Folding.fold("ガ"));
    }

    @Test
    void white_space_of_any_kind_and_length_is_one_blank() {
        assertThat(Folding.fold("  a \r\n\tb\u2003\u3000c ")).isEqualTo("a b c");
    }

    @Test
    void a_text_in_pieces_is_folded_like_the_whole() {
        StringBuilder folded = new StringBuilder();
        Folding.append("Grüße ", folded);
        Folding.append(" aus", folded);
        Folding.append(" Köln", folded);

        assertThat(folded).hasToString("grusse aus koln");
    }
}

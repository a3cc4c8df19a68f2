package org.mailstation.daemon.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.store.text.FoldedText;

class FinderTest {
    private static boolean finds(String sought, String... pieces) throws IOException {
        Finder finder = new Finder(Needle.of(sought));
        FoldedText text = new FoldedText(finder);
        try {
            for (String piece : pieces) {
                text.text(piece);
            }
            text.pause();
        } catch (Finder.Found found) {
            return finder.found();
        }
        return finder.found();
    }

    @Test
    void a_text_is_found_within_words_and_over_line_ends() throws IOException {
        assertThat(finds("RECHNUNG", "die Stromrechnung ist da")).isTrue();
        assertThat(finds("best regards", "Best\r\n  regards")).isTrue();
        assertThat(finds("regards best", "Best\r\n  regards")).isFalse();
    }

    @Test
    void a_text_is_found_across_the_chunks_of_a_long_letter() throws IOException {
        String before = "x".repeat(16_370) + " needle";

        assertThat(finds("needle in the hay", before + " in the hay ", "y ".repeat(9000))).isTrue();
        assertThat(finds("x needle in", before + " in the hay ", "y ".repeat(9000))).isTrue();
    }

    @Test
    void two_texts_are_not_one() throws IOException {
        Finder finder = new Finder(Needle.of("end start"));
        FoldedText text = new FoldedText(finder);
        text.text("the end");
        text.pause();
        text.text("start again");
        text.pause();

        assertThat(finder.found()).isFalse();
    }
}

package org.mailstation.daemon.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    private final List<String> chunks = new ArrayList<>();
    private final FoldedText text =
            new FoldedText((chunk, goesOn) -> chunks.add(chunk + (goesOn ? "+" : ".")));

    @Test
    void pieces_of_a_word_become_one_word() throws IOException {
        text.text("Gr");
        text.text("üß");
        text.text("e");
        text.pause();

        assertThat(chunks).containsExactly("grusse.");
    }

    @Test
    void a_long_text_is_handed_on_between_words() throws IOException {
        for (int number = 0; number < 20_000; number++) {
            text.text("word" + number + " ");
        }
        text.pause();

        assertThat(chunks).hasSizeGreaterThan(5);
        assertThat(chunks.subList(0, chunks.size() - 1)).allMatch(chunk -> chunk.endsWith(" +"));
        assertThat(String.join("", chunks).replaceAll("[+.]", ""))
                .startsWith("word0 word1 word2 ")
                .contains(" word9999 word10000 ");
    }

    @Test
    void a_text_without_blanks_is_cut_where_it_is_too_long() throws IOException {
        text.text("é".repeat(200_000));
        text.pause();

        assertThat(chunks).hasSizeBetween(3, 20);
        assertThat(chunks.stream().mapToInt(chunk -> chunk.length() - 1).sum()).isEqualTo(200_000);
    }
}

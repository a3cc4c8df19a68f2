package org.mailstation.acceptance.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    @ParameterizedTest
    @CsvSource({"* SEARCH, 0", "'* SEARCH ', 0", "* SEARCH 7, 1", "* SEARCH 1 20 300, 3"})
    void hits_are_the_numbers_behind_the_word(String line, int hits) {
        assertThat(Search.found(List.of(line))).isEqualTo(hits);
    }

    @Test
    void other_news_is_not_a_hit() {
        assertThat(Search.found(List.of("* 12 EXISTS", "* SEARCH 4 5", "* OK still here")))
                .isEqualTo(2);
    }
}

package org.mailstation.acceptance.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @Test
    void the_median_of_an_odd_number_is_the_one_in_the_middle() {
        assertThat(Figures.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(Figures.median(List.of(8.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    }

    @Test
    void the_median_of_one_is_itself() {
        assertThat(Figures.median(List.of(7.5))).isEqualTo(7.5);
    }

    @Test
    void the_median_of_nothing_is_not_a_number() {
        assertThat(Figures.median(List.of())).isNaN();
    }

    @Test
    void one_bad_round_does_not_move_the_median() {
        assertThat(Figures.median(List.of(100.0, 101.0, 1.0))).isEqualTo(100);
    }

    @Test
    void where_more_is_better_twice_as_much_is_twice_as_good() {
        assertThat(Figures.ratio(Better.MORE, 200, 100)).isEqualTo(2);
    }

    @Test
    void where_less_is_better_half_as_much_is_twice_as_good() {
        assertThat(Figures.ratio(Better.LESS, 50, 100)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1", "1, NaN", "0, 1", "1, 0", "-1, 1"})
    void a_ratio_without_meaning_is_not_a_number(double station, double peer) {
        assertThat(Figures.ratio(Better.MORE, station, peer)).isNaN();
        assertThat(Figures.ratio(Better.LESS, station, peer)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.00123456, 0.00123",
        "0.1, 0.1",
        "1.0049, 1",
        "2.446, 2.45",
        "12.34, 12.3",
        "99.96, 100",
        "999.6, 1000",
        "1234.5, 1235",
        "123456.7, 123457",
        "NaN, –"
    })
    void a_figure_is_shown_with_three_digits_that_count(double value, String shown) {
        assertThat(Figures.show(value)).isEqualTo(shown);
    }
}

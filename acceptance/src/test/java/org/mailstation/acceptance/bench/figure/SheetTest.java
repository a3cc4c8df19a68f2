package org.mailstation.acceptance.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetTest {
    private static final Measure RATE =
            Measure.more("rate", "letters/s", new Target.AtLeastTimes(2));
    private static final Measure TIME = Measure.less("time", "ms", Target.NONE);

    private final Sheet sheet = new Sheet();

    @Test
    void each_side_has_the_median_of_its_own_rounds() {
        for (double value : new double[] {100, 300, 200}) {
            sheet.add(RATE, Side.STATION, value);
        }
        for (double value : new double[] {50, 10, 100}) {
            sheet.add(RATE, Side.PEER, value);
        }
        assertThat(sheet.lines()).containsExactly(new Line(RATE, 200, 50, 4));
        assertThat(sheet.lines().getFirst().reached()).contains(true);
    }

    @Test
    void lines_come_in_the_order_in_which_they_were_measured_first() {
        sheet.add(TIME, Side.STATION, 1);
        sheet.add(RATE, Side.STATION, 1);
        sheet.add(TIME, Side.PEER, 1);
        assertThat(sheet.lines()).extracting(Line::measure).containsExactly(TIME, RATE);
    }

    @Test
    void a_side_without_figures_gives_no_ratio_and_no_verdict() {
        sheet.add(RATE, Side.STATION, 200);
        Line line = sheet.lines().getFirst();
        assertThat(line.peer()).isNaN();
        assertThat(line.ratio()).isNaN();
        assertThat(line.reached()).isEmpty();
    }

    @Test
    void a_measure_that_several_benchmarks_give_takes_all_their_values() {
        sheet.add(TIME, Side.PEER, 1);
        Sheet other = new Sheet();
        other.add(TIME, Side.PEER, 2);
        other.add(TIME, Side.PEER, 3);
        sheet.addAll(other);
        assertThat(sheet.lines().getFirst().peer()).isEqualTo(2);
    }
}

package org.mailstation.acceptance.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Measure RATE =
            Measure.more("delivery", "letters/s", new Target.AtLeastTimes(2));
    private static final Measure TIME =
            Measure.less("SELECT of 10000", "ms", new Target.AtLeastTimes(1));
    private static final Measure MEMORY = Measure.less("idle, RSS", "MB", new Target.AtMost(130));
    private static final Measure DISK = Measure.less("a | b", "kB", Target.NONE);

    private static String page(Line... lines) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", "2026-11-24");
        facts.put("processor", "2 cores");
        return new Report("Ours", "Theirs", facts, List.of("Loopback only."), List.of(lines))
                .markdown();
    }

    @Test
    void a_reached_target_is_a_line_with_both_figures_ratio_and_yes() {
        assertThat(page(Line.of(RATE, 256.4, 114)))
                .contains("| delivery | letters/s | 256 | 114 | 2.25 | ≥ 2 × | yes |\n");
    }

    @Test
    void a_missed_target_cannot_be_overlooked() {
        assertThat(page(Line.of(TIME, 20, 5)))
                .contains("| SELECT of 10000 | ms | 20 | 5 | 0.25 | ≥ 1 × | **no** |\n");
    }

    @Test
    void a_limit_of_our_own_stands_with_its_unit() {
        assertThat(page(Line.of(MEMORY, 105, 50)))
                .contains("| idle, RSS | MB | 105 | 50 | 0.476 | ≤ 130 MB | yes |\n");
    }

    @Test
    void what_was_not_promised_has_no_verdict_and_no_name_breaks_the_table() {
        assertThat(page(Line.of(DISK, 12.7, 12.7)))
                .contains("| a \\| b | kB | 12.7 | 12.7 | 1 | | |\n");
    }

    @Test
    void what_could_not_be_measured_is_a_dash() {
        assertThat(page(Line.of(RATE, 256, Double.NaN)))
                .contains("| delivery | letters/s | 256 | – | – | ≥ 2 × | |\n");
    }

    @Test
    void the_page_says_where_when_and_how() {
        assertThat(page())
                .startsWith("# Performance\n")
                .contains("| date | 2026-11-24 |\n| processor | 2 cores |\n")
                .contains("| what | unit | Ours | Theirs | ratio |")
                .endsWith("\n- Loopback only.\n");
    }
}

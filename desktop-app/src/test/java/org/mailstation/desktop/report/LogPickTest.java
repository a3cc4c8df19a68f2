package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogPickTest {
    private static String line(String level, String words) {
        return "2026-05-04T06:00:00.000+00:00 " + level + " o.m.d.Daemon: " + words;
    }

    @Test
    void the_latest_lines_stay_and_of_those_before_only_warnings_with_what_belongs_to_them() {
        List<String> log = new ArrayList<>();
        log.add(line("INFO ", "quiet"));
        log.add(line("WARN ", "loud"));
        log.add("\tat org.mailstation.Somewhere");
        log.add(line("INFO ", "quiet again"));
        log.add("\tat nowhere");
        for (int i = 0; i < 200; i++) {
            log.add(line("INFO ", "latest " + i));
        }
        List<String> picked = LogPick.of(log);
        assertThat(picked).hasSize(202).endsWith(line("INFO ", "latest 199"));
        assertThat(picked.subList(0, 3))
                .containsExactly(
                        line("WARN ", "loud"),
                        "\tat org.mailstation.Somewhere",
                        line("INFO ", "latest 0"));
    }

    @Test
    void a_flood_of_warnings_is_cut_at_its_beginning() {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            log.add(line("ERROR", "trouble " + i));
        }
        assertThat(LogPick.of(log))
                .hasSize(500)
                .startsWith(line("ERROR", "trouble 500"))
                .endsWith(line("ERROR", "trouble 999"));
    }
}

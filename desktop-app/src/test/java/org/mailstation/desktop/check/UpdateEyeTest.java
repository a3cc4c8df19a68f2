package org.mailstation.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.Selection;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;

class UpdateEyeTest {
    @TempDir Path folder;

    private String look(Path place, String running) {
        return look(place, running, Selection.EVERYTHING).getFirst().sentence().key();
    }

    private static List<Finding> look(Path place, String running, Selection wanted) {
        return new UpdateEye(place, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .look(new Sight(null, wanted, running, Duration.ofSeconds(1)), (_, _, _) -> {});
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void without_a_place_the_question_does_not_arise() {
        List<Finding> found = look(folder.resolve("none"), "1.0", Selection.EVERYTHING);
        assertThat(found).extracting(Finding::verdict).containsExactly(Verdict.NOT_APPLICABLE);
    }

    @Test
    void the_newest_in_the_folder_is_compared_with_what_runs() throws IOException {
        put("mailstation-1.2.0-linux-x86_64.tar.gz", "mail-station_1.3.0_amd64.deb", "notes.txt");
        assertThat(look(folder, "1.2.0")).isEqualTo("update.newer");
        assertThat(look(folder, "1.3.0")).isEqualTo("update.ok");
        assertThat(look(folder, "")).isEqualTo("update.untold");
    }

    @Test
    void one_may_point_to_a_single_file() throws IOException {
        put("mailstation-1.2.0-linux-x86_64.tar.gz");
        Path file = folder.resolve("mailstation-1.2.0-linux-x86_64.tar.gz");
        assertThat(look(file, "1.1")).isEqualTo("update.newer");
    }

    @Test
    void a_folder_without_versions_tells_nothing() {
        assertThat(look(folder, "1.0")).isEqualTo("update.empty");
    }

    @Test
    void who_wants_something_else_is_not_told() {
        assertThat(look(folder, "1.0", new Selection(List.of("dns")))).isEmpty();
    }
}

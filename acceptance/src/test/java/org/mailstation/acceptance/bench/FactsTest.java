package org.mailstation.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.acceptance.bench.figure.Side;

class FactsTest {
    @TempDir Path folder;

    @Test
    void a_field_is_found_by_its_whole_name() throws Exception {
        Path file = folder.resolve("cpuinfo");
        Files.writeString(file, "model\t\t: 2\nmodel name\t: Some CPU: fast\n");
        assertThat(Facts.field(file.toString(), "model name")).isEqualTo("Some CPU: fast");
        assertThat(Facts.field(file.toString(), "bogomips")).isEqualTo("?");
    }

    @Test
    void date_versions_and_computer_are_among_the_facts() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
        Map<String, String> facts =
                Facts.of(folder, List.of(new FakePeer(Side.PEER, "theirs")), clock);
        assertThat(facts)
                .containsEntry("date", "2026-11-24")
                .containsEntry("theirs", "theirs 1")
                .containsKeys("Java", "processor", "memory", "file system", "kernel");
        assertThat(facts.get("memory")).matches("[0-9.]+ GB");
        assertThat(facts.get("one sync of 10 kB")).matches("[0-9.]+ ms, so [0-9]+/s");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_quick_run_says_that_it_is_one() {
        assertThat(Notes.of(true, 3).getFirst()).contains("quick run");
        assertThat(Notes.of(false, 3)).noneMatch(note -> note.contains("quick run"));
        assertThat(Notes.of(false, 3)).anyMatch(note -> note.contains("Medians of 3 rounds"));
    }
}

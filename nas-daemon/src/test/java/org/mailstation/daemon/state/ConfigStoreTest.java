package org.mailstation.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.state.SavedRevision.Fate;
import org.mailstation.files.AtomicFile;

class ConfigStoreTest {
    @TempDir Path folder;

    private DataFolder data = new DataFolder(Path.of("."));

    @BeforeEach
    void createFolder() throws IOException {
        data = new DataFolder(folder.resolve("station"));
        data.create();
    }

    /** As after a restart: nothing is remembered but what lies on the disk. */
    private ConfigStore store() {
        return new ConfigStore(
                data,
                TinyConfigs::read,
                Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));
    }

    private Revision running() throws IOException {
        return Objects.requireNonNull(store().load());
    }

    private int kept(String toml) throws IOException {
        ConfigStore store = store();
        int number = store.stage(toml);
        store.keep(number);
        return number;
    }

    @Test
    void a_new_station_has_no_configuration() throws IOException {
        assertThat(store().load()).isNull();
        assertThat(store().fileState()).isEqualTo(new FileState.Missing());
    }

    @Test
    void a_kept_revision_is_there_after_a_restart() throws IOException {
        assertThat(kept("host a.example")).isEqualTo(1);
        assertThat(running().number()).isEqualTo(1);
        assertThat(running().config().hostName()).isEqualTo("a.example");
        assertThat(Files.readString(data.stationToml())).isEqualTo("host a.example");
        assertThat(store().fileState()).isEqualTo(new FileState.AsSaved());
    }

    @Test
    void a_process_that_ends_in_the_middle_of_an_apply_finds_the_last_kept_revision()
            throws IOException {
        kept("host a.example");
        store().stage("host b.example");
        assertThat(running().config().hostName()).isEqualTo("a.example");
        assertThat(store().history())
                .extracting(SavedRevision::fate)
                .containsExactly(Fate.KEPT, Fate.ROLLED_BACK);
    }

    @Test
    void a_process_that_ends_after_the_file_was_written_has_kept_the_revision() throws IOException {
        kept("host a.example");
        store().stage("host b.example");
        AtomicFile.write(
                data.stationToml(),
                "host b.example".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(running().number()).isEqualTo(2);
        assertThat(running().config().hostName()).isEqualTo("b.example");
    }

    @Test
    void a_number_is_never_used_twice() throws IOException {
        kept("host a.example");
        ConfigStore store = store();
        store.rollBack(store.stage("host b.example"));
        assertThat(running().number()).isEqualTo(1);
        assertThat(kept("host c.example")).isEqualTo(3);
    }

    @Test
    void a_file_edited_by_hand_becomes_the_next_revision() throws IOException {
        kept("host a.example");
        Files.writeString(data.stationToml(), "host hand.example");
        assertThat(store().fileState()).isEqualTo(new FileState.Edited());
        assertThat(running().number()).isEqualTo(2);
        assertThat(running().config().hostName()).isEqualTo("hand.example");
        assertThat(running().number()).as("and only once").isEqualTo(2);
    }

    @Test
    void an_old_revision_copied_back_by_hand_becomes_the_next_revision() throws IOException {
        kept("host a.example");
        kept("host b.example");
        Files.writeString(data.stationToml(), "host a.example");
        assertThat(running().number()).isEqualTo(3);
        assertThat(running().config().hostName()).isEqualTo("a.example");
    }

    @Test
    void a_file_provided_before_the_first_start_becomes_the_first_revision() throws IOException {
        Files.writeString(data.stationToml(), "host hand.example");
        assertThat(running().number()).isEqualTo(1);
    }

    @Test
    void a_broken_file_leaves_the_last_good_revision_running_and_stays_as_it_is()
            throws IOException {
        kept("host a.example");
        Files.writeString(data.stationToml(), "hots a.example");
        assertThat(running().config().hostName()).isEqualTo("a.example");
        assertThat(store().fileState()).isInstanceOf(FileState.Broken.class);
        assertThat(Files.readString(data.stationToml())).isEqualTo("hots a.example");
    }

    @Test
    void a_broken_file_on_a_new_station_runs_nothing() throws IOException {
        Files.writeString(data.stationToml(), "hots a.example");
        assertThat(store().load()).isNull();
    }

    @Test
    void the_next_apply_sets_a_broken_file_aside_unchanged() throws IOException {
        kept("host a.example");
        Files.writeString(data.stationToml(), "hots a.example");
        kept("host b.example");
        assertThat(Files.readString(data.stationToml())).isEqualTo("host b.example");
        try (Stream<Path> files = Files.list(data.config())) {
            List<Path> aside =
                    files.filter(f -> f.getFileName().toString().startsWith("station.edited-"))
                            .toList();
            assertThat(aside)
                    .singleElement()
                    .satisfies(f -> assertThat(f).hasContent("hots a.example"));
        }
    }

    @Test
    void a_file_that_is_not_text_is_unreadable_and_survives() throws IOException {
        kept("host a.example");
        byte[] noise = {(byte) 0xff, (byte) 0xfe, 0};
        Files.write(data.stationToml(), noise);
        assertThat(store().fileState()).isInstanceOf(FileState.Unreadable.class);
        assertThat(running().number()).isEqualTo(1);
        assertThat(Files.readAllBytes(data.stationToml())).isEqualTo(noise);
    }

    @Test
    void a_deleted_file_is_written_again() throws IOException {
        kept("host a.example");
        Files.delete(data.stationToml());
        assertThat(running().number()).isEqualTo(1);
        assertThat(Files.readString(data.stationToml())).isEqualTo("host a.example");
    }

    @Test
    void a_damaged_newest_revision_leads_to_the_one_before() throws IOException {
        kept("host a.example");
        kept("host b.example");
        Files.writeString(data.revisions().resolve("0002.toml"), "\u0000\u0000");
        Files.writeString(data.stationToml(), "\u0000\u0000");
        assertThat(running().number()).isEqualTo(1);
        assertThat(store().fileState()).isInstanceOf(FileState.Broken.class);
    }

    @Test
    void at_least_twenty_revisions_stay_and_the_count_goes_on() throws IOException {
        for (int i = 1; i <= RevisionFolder.KEEP + 5; i++) {
            kept("host n" + i + ".example");
        }
        assertThat(store().history()).hasSize(RevisionFolder.KEEP).hasSizeGreaterThanOrEqualTo(20);
        assertThat(kept("host last.example")).isEqualTo(RevisionFolder.KEEP + 6);
    }

    @Test
    void nobody_else_can_read_what_is_kept() throws IOException {
        kept("host a.example");
        for (Path file : List.of(data.stationToml(), data.revisions().resolve("0001.toml"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}

package org.mailstation.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.diff.Change;
import org.mailstation.control.History;

class KeptHistoryTest {
    @TempDir Path folder;

    private ConfigStore store;
    private DataFolder data;

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("station"));
        data.create();
        store = new ConfigStore(data, TinyConfigs::read, Clock.systemUTC());
    }

    private int kept(String toml) throws IOException {
        int number = store.stage(toml);
        store.keep(number);
        return number;
    }

    private History history(int running) throws IOException {
        return KeptHistory.of(store, TinyConfigs::read, running);
    }

    @Test
    void a_new_station_has_no_history() throws IOException {
        assertThat(history(0).revisions()).isEmpty();
    }

    @Test
    void the_newest_comes_first_and_says_what_it_changed() throws IOException {
        kept("host a.example");
        kept("host b.example");
        History history = history(2);
        assertThat(history.revisions()).extracting(History.Past::revision).containsExactly(2, 1);
        assertThat(history.revisions())
                .extracting(History.Past::running)
                .containsExactly(true, false);
        assertThat(history.revisions().getFirst().changes())
                .extracting(Change::field)
                .containsExactly("host-name");
        assertThat(history.revisions().getFirst().toml()).isEqualTo("host b.example");
        assertThat(history.revisions().getLast().changes()).isNotEmpty();
    }

    @Test
    void what_did_not_stand_the_test_or_cannot_be_read_any_more_is_left_out() throws IOException {
        kept("host a.example");
        store.rollBack(store.stage("host never.example"));
        int strange = kept("host b.example");
        Files.writeString(data.revisions().resolve("000%d.toml".formatted(strange)), "old = form");
        kept("host c.example");
        assertThat(history(4).revisions())
                .extracting(History.Past::toml)
                .containsExactly("host c.example", "host a.example");
    }

    @Test
    void where_the_one_before_is_gone_nobody_says_that_everything_is_new() throws IOException {
        kept("host a.example");
        kept("host b.example");
        Files.delete(data.revisions().resolve("0001.toml"));
        assertThat(history(2).revisions()).hasSize(1);
        assertThat(history(2).revisions().getFirst().changes()).isEmpty();
    }
}

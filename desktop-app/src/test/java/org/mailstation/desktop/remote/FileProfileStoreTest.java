package org.mailstation.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.desktop.ssh.SshTarget;

class FileProfileStoreTest {
    private static final StationProfile PROFILE =
            new StationProfile(new SshTarget("fe80::1%eth0", 2222, "änne"), "/home/änne/a key");

    @TempDir Path folder;
    private Path file;
    private FileProfileStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("settings/station.properties");
        store = new FileProfileStore(file);
    }

    @Test
    void before_the_first_station_there_is_none() throws Exception {
        assertThat(store.load()).isEmpty();
    }

    @Test
    void a_remembered_station_is_there_again() throws Exception {
        store.save(PROFILE);
        assertThat(new FileProfileStore(file).load()).contains(PROFILE);
    }

    @Test
    void the_last_one_counts() throws Exception {
        store.save(PROFILE);
        StationProfile other = new StationProfile(new SshTarget("nas", 22, "admin"), "");
        store.save(other);
        assertThat(store.load()).contains(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host=nas\nport=22\n",
                "host=nas\nuser=a\nport=x\n",
                "host=nas\nuser=a\nport=0\n",
                "\\u00zz"
            })
    void a_damaged_file_is_told_and_not_touched(String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThatThrownBy(() -> store.load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent(text);
    }
}

package org.mailstation.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.control.Secret;

class SecretStoreTest {
    @TempDir Path folder;

    private DataFolder data = new DataFolder(Path.of("."));

    @BeforeEach
    void createFolder() throws IOException {
        data = new DataFolder(folder.resolve("station"));
        data.create();
    }

    @Test
    void a_secret_is_there_after_a_restart() throws IOException {
        assertThat(new SecretStore(data).put("relay", new Secret("pässwörd\n"))).isTrue();
        assertThat(new SecretStore(data).read("relay")).isEqualTo(new Secret("pässwörd\n"));
        assertThat(new SecretStore(data).read("ddns")).isNull();
    }

    @Test
    void a_secret_can_be_replaced() throws IOException {
        SecretStore store = new SecretStore(data);
        store.put("ddns", new Secret("one"));
        store.put("ddns", new Secret("two"));
        assertThat(store.read("ddns")).isEqualTo(new Secret("two"));
    }

    @Test
    void only_the_service_can_read_it() throws IOException {
        new SecretStore(data).put("relay", new Secret("x"));
        Path file = data.secrets().resolve("relay");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tls", "../config/station.toml", "relay/x", "relay\u0000", "RELAY"})
    void a_name_that_does_not_exist_writes_nothing(String name) throws IOException {
        assertThat(new SecretStore(data).put(name, new Secret("x"))).isFalse();
        try (Stream<Path> files = Files.list(data.secrets())) {
            assertThat(files).isEmpty();
        }
    }
}

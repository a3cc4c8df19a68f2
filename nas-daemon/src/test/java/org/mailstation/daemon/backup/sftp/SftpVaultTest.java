package org.mailstation.daemon.backup.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** With OpenSSH's own server at the other end. */
@EnabledIf("hasServer")
class SftpVaultTest {
    private static final Path SERVER = Path.of("/usr/lib/openssh/sftp-server");

    @TempDir Path folder;
    private SftpVault vault;

    static boolean hasServer() {
        return Files.isExecutable(SERVER);
    }

    @BeforeEach
    void open() throws IOException {
        vault = open(folder.toString());
    }

    private SftpVault open(String root) throws IOException {
        Process server = new ProcessBuilder(SERVER.toString()).start();
        return new SftpVault(
                server.getInputStream(), server.getOutputStream(), root, server::destroy);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private static byte[] octets(int count) {
        byte[] octets = new byte[count];
        new Random(count).nextBytes(octets);
        return octets;
    }

    @Test
    void what_is_put_is_there_and_comes_back() throws IOException {
        for (int size : new int[] {0, 1, 32 * 1024, 3_000_000}) {
            byte[] content = octets(size);
            vault.put("a/b/" + size, () -> new ByteArrayInputStream(content));
            assertThat(folder.resolve("a/b/" + size)).hasBinaryContent(content);
            try (InputStream in = vault.open("a/b/" + size)) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
        }
        assertThat(vault.list("a/b")).containsExactlyInAnyOrder("0", "1", "32768", "3000000");
    }

    @Test
    void what_is_put_again_takes_the_place_of_the_old() throws IOException {
        vault.put("x", () -> new ByteArrayInputStream(octets(9)));
        vault.put("x", () -> new ByteArrayInputStream(octets(7)));
        assertThat(folder.resolve("x")).hasBinaryContent(octets(7));
    }

    @Test
    void more_names_than_one_answer_holds_are_all_told() throws IOException {
        for (int i = 0; i < 250; i++) {
            Files.createFile(folder.resolve("file" + i));
        }
        assertThat(vault.list("")).hasSize(250);
    }

    @Test
    void what_is_not_there_is_said_so() throws IOException {
        assertThat(vault.list("nowhere")).isEmpty();
        assertThatThrownBy(() -> vault.open("nothing")).isInstanceOf(NoSuchFileException.class);
        vault.delete("nothing");
        assertThatThrownBy(() -> open(folder.resolve("none").toString()))
                .isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void something_is_removed() throws IOException {
        Files.createFile(folder.resolve("old"));
        vault.delete("old");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_free_room_is_told() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        assertThat(vault.free()).isBetween(free / 2, 2 * free);
    }

    @Test
    void whoever_speaks_another_language_is_found_out() {
        assertThatThrownBy(
                        () ->
                                new SftpVault(
                                        new ByteArrayInputStream(
                                                "Welcome to my computer!"
                                                        .getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .US_ASCII)),
                                        java.io.OutputStream.nullOutputStream(),
                                        "/",
                                        () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no SFTP server");
    }
}

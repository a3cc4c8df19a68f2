package org.mailstation.acceptance.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class CommandTest {
    @TempDir Path folder;

    @Test
    void a_command_gives_what_it_said() throws Exception {
        assertThat(Command.withInput("hello\n", "cat")).isEqualTo("hello");
    }

    @Test
    void a_command_that_fails_says_why_and_never_what_it_was_told() {
        assertThatThrownBy(
                        () ->
                                Command.withInput(
                                        "secret",
                                        "sh",
                                        "-c",
                                        "cat >/dev/null; echo broken; exit 3"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with 3: broken")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void a_server_is_stopped_with_its_children_and_its_number_is_forgotten() throws Exception {
        Child child =
                Child.start(folder, "server", List.of("sh", "-c", "sleep 600 & sleep 600 & wait"));
        assertThat(Files.readString(folder.resolve("server.pid"))).matches("[0-9]+\n");
        while (child.tree().count() < 3) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> all = child.tree().toList();
        child.stop();
        assertThat(child.alive()).isFalse();
        assertThat(all).allSatisfy(one -> one.onExit().join());
        assertThat(folder.resolve("server.pid")).doesNotExist();
    }

    @Test
    void letters_lie_in_a_maildir_under_names_that_tell_their_sizes() throws Exception {
        Files.createDirectories(folder.resolve("cur"));
        int me = (int) Files.getAttribute(folder, "unix:uid");
        new Maildir(folder, me).fill(2, i -> ("Subject: " + i + "\r\n\r\nHi\r\n").getBytes());
        try (var files = Files.list(folder.resolve("cur"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "1767254400.M1P1.bench,S=15,W=18:2,",
                            "1767254401.M1P1.bench,S=15,W=18:2,");
        }
        assertThat(DiskUse.of(folder)).isPositive();
    }
}

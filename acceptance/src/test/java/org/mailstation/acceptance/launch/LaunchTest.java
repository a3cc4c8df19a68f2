package org.mailstation.acceptance.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.acceptance.launch.Launched.ASSISTANT;
import static org.mailstation.acceptance.launch.Launched.CTL;
import static org.mailstation.acceptance.launch.Launched.DAEMON;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    @TempDir Path folder;

    @Test
    void the_assistant_tells_its_version_its_commands_and_its_exit_codes() throws Exception {
        assertThat(Launched.run(folder, ASSISTANT, "--version").out())
                .matches("mail-station \\d+\\.\\d+\\.\\d+\\R");
        Launched help = Launched.run(folder, ASSISTANT, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("connect", "install", "practice", "Exit codes:");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void the_assistant_starts_from_anywhere_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("mail station"), ASSISTANT);
        assertThat(Launched.run(folder, link, "--version").code()).isZero();
    }

    @Test
    void the_assistant_without_a_display_names_the_commands_that_do_the_same() throws Exception {
        Launched launched = Launched.run(folder, ASSISTANT);
        assertThat(launched.code()).isEqualTo(15);
        assertThat(launched.out()).contains("no display", "connect");
    }

    @Test
    void the_assistant_without_a_station_says_how_to_begin() throws Exception {
        Launched launched = Launched.run(folder, ASSISTANT, "status");
        assertThat(launched.code()).isEqualTo(9);
        assertThat(launched.err()).contains("mail-station connect");
    }

    @Test
    void the_control_command_tells_its_version_and_its_commands() throws Exception {
        assertThat(Launched.run(folder, CTL, "--version").out())
                .matches("mailstationctl \\d+\\.\\d+\\.\\d+\\R");
        Launched help = Launched.run(folder, CTL, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("status", "account", "Exit codes:");
    }

    @Test
    void the_control_command_without_a_daemon_says_so() throws Exception {
        Launched launched =
                Launched.run(folder, CTL, "--data", folder.resolve("none").toString(), "status");
        assertThat(launched.code()).isEqualTo(3);
        assertThat(launched.err()).contains(folder.resolve("none").toString());
    }

    @Test
    void the_daemon_tells_its_version_and_what_it_expects() throws Exception {
        assertThat(Launched.run(folder, DAEMON, "--version").out())
                .matches("mailstationd \\d+\\.\\d+\\.\\d+\\R");
        Launched without = Launched.run(folder, DAEMON);
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("--data DIR");
    }

    @Test
    void the_daemon_refuses_a_data_folder_that_cannot_be_one() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a letter");
        Launched launched = Launched.run(folder, DAEMON, "--data", file.toString());
        assertThat(launched.code()).isEqualTo(11);
        assertThat(launched.err()).contains(file.toString());
        assertThat(file).hasContent("a letter");
    }
}

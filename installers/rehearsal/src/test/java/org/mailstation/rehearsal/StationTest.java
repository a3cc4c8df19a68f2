package org.mailstation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationTest {
    @TempDir Path program;
    @TempDir Path work;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectory(program.resolve("bin"));
    }

    private void script(String name, String words) throws IOException {
        Path file = Files.writeString(program.resolve("bin").resolve(name), "#!/bin/sh\n" + words);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String running(String ready, int code) {
        return "trap 'exit %d' TERM\necho '%s'\nwhile :; do sleep 0.05; done\n"
                .formatted(code, ready);
    }

    @Test
    void a_station_is_ready_when_it_says_so() throws Exception {
        script("mailstationd", running("ready smtp=2525 imaps=1993", 0));

        try (Station station = Station.start(program, work, List.of())) {
            assertThat(station.ports().port("imaps")).isEqualTo(1993);
            assertThatThrownBy(() -> station.ports().port("pop3"))
                    .hasMessageContaining("pop3 does not listen");
            station.end();
        }
    }

    @Test
    void java_gets_its_options_and_the_daemon_its_folder() throws Exception {
        script(
                "mailstationd",
                "echo \"$* $MAILSTATION_JAVA_OPTIONS\" >'"
                        + work
                        + "/got'\n"
                        + running("ready", 0));

        try (Station station = Station.start(program, work, List.of("-Xint", "-Xlog:gc"))) {
            station.end();
        }

        assertThat(work.resolve("got"))
                .hasContent("--data " + work.resolve("data") + " -Xint -Xlog:gc");
    }

    @Test
    void a_daemon_that_does_not_start_is_quoted() throws Exception {
        script("mailstationd", "echo 'the folder cannot be used' >&2\nexit 11\n");

        assertThatThrownBy(() -> Station.start(program, work, List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the folder cannot be used");
    }

    @Test
    void a_daemon_that_ends_badly_is_an_error() throws Exception {
        script("mailstationd", running("ready", 7));

        try (Station station = Station.start(program, work, List.of())) {
            assertThatThrownBy(station::end).hasMessageContaining("ended with 7");
        }
    }

    @Test
    void a_station_gets_its_configuration_and_its_password_by_the_command_line() throws Exception {
        script("mailstationd", running("ready, not configured", 0));
        script("mailstationctl", "echo \"$* $(cat)\" >>'" + work + "/asked'\n");

        Station.prepare(program, work, "open sesame");

        Path data = work.resolve("data");
        assertThat(Files.readAllLines(work.resolve("asked")))
                .containsExactly(
                        "--data "
                                + data
                                + " config apply "
                                + work.resolve("station.toml")
                                + " --yes ",
                        "--data "
                                + data
                                + " account passwd "
                                + Station.USER
                                + " --password-stdin open sesame");
    }

    @Test
    void a_command_line_that_fails_is_quoted_without_the_password() throws Exception {
        script("mailstationd", running("ready, not configured", 0));
        script("mailstationctl", "cat >/dev/null\necho 'port taken'\nexit 1\n");

        assertThatThrownBy(() -> Station.prepare(program, work, "open sesame"))
                .hasMessageContaining("port taken")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void ports_are_read_from_the_line_that_says_ready() {
        assertThat(Station.Ports.of("ready smtp=25 imap=143").numbers())
                .isEqualTo(Map.of("smtp", 25, "imap", 143));
        assertThat(Station.Ports.of("ready, not configured").numbers()).isEmpty();
    }

    @Test
    void a_rehearsal_that_goes_wrong_twice_leaves_no_cache() throws Exception {
        Path lib = Files.createDirectory(program.resolve("lib"));
        Files.writeString(lib.resolve("mailstationd.aot"), "of an earlier build");
        script("mailstationctl", "cat >/dev/null\n");
        script(
                "mailstationd",
                "echo begun >>'" + work + "/begun'\n" + running("ready, not configured", 0));

        assertThat(Main.rehearse(program)).isNull();

        assertThat(lib).isEmptyDirectory();
        assertThat(Files.readAllLines(work.resolve("begun"))).hasSize(4);
    }
}

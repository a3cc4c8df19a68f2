package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.testing.TestMaker;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.words.Exit;

class InstallCommandTest {
    private static final String INSTALLER =
            """
            mkdir -p "$2/current/bin" "$2/data"
            echo 1.2.3 >"$2/current/VERSION"; echo "$2/data" >"$2/current/data-dir"
            printf '#!/bin/sh\\n' >"$2/current/bin/mailstationctl"; chmod 755 "$2/current/bin/mailstationctl"
            """;

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void a_script_sees_each_step_in_a_line_and_the_version_at_the_end() throws Exception {
        pack(INSTALLER);
        Keyboard.Ended ended = bench.signedIn("", "install");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines().toList())
                .contains("  0 %  " + words("install.looking"))
                .contains(" 82 %  " + words("install.verifying"))
                .contains("100 %  " + words("install.started"))
                .endsWith(words("cli.installed", "1.2.3"));
        assertThat(bench.signedIn("", "install").out())
                .contains(words("cli.updated", "1.2.3", "1.2.3"));
    }

    @Test
    void a_person_sees_one_line_that_changes() throws Exception {
        pack(INSTALLER);
        Keyboard.Ended ended = Keyboard.person("", TestNas.PASSWORD).run(bench.parts(), "install");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\r\u001b[K100 %  ");
        assertThat(ended.out().lines().toList()).endsWith(words("cli.installed", "1.2.3"));
    }

    @Test
    void a_failure_begins_on_a_line_of_its_own_and_says_that_nothing_was_changed()
            throws Exception {
        pack("echo 'no room' >&2; exit 5\n");
        Keyboard.Ended ended = Keyboard.person("", TestNas.PASSWORD).run(bench.parts(), "install");
        assertThat(ended.code()).isEqualTo(Exit.NOT_INSTALLED.code());
        assertThat(ended.out()).endsWith(System.lineSeparator());
        assertThat(ended.err()).contains(words("install.installer-no-room", "5", "no room"));
    }

    @Test
    void a_copy_without_packages_says_so() {
        Keyboard.Ended ended = bench.signedIn("", "install");
        assertThat(ended.code()).isEqualTo(Exit.NOT_INSTALLED.code());
        assertThat(ended.err()).contains(bench.packages().toString());
    }

    private void pack(String installer) throws IOException, InterruptedException {
        Path inside = Files.createDirectories(folder.resolve("shelf/mailstation-1.2.3"));
        Files.writeString(inside.resolve("install.sh"), installer);
        Path file = bench.packages().resolve("mailstation-1.2.3-linux-x86_64.tar.gz");
        Process tar =
                new ProcessBuilder("tar", "-czf", file.toString(), "mailstation-1.2.3")
                        .directory(folder.resolve("shelf").toFile())
                        .inheritIO()
                        .start();
        assertThat(tar.waitFor()).isZero();
        TestMaker.sign(file);
    }
}

package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.words.Exit;

/** The program as a whole: what it says of itself, and how it ends. */
class MailStationTest {
    private static final NasGateway NOWHERE =
            (_, _, _, _) -> {
                throw new IllegalStateException("the password was topsecret");
            };

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void without_a_display_it_names_the_commands_that_do_the_same() {
        Keyboard.Ended ended = bench.script("");
        assertThat(ended.code()).isEqualTo(Exit.NO_DISPLAY.code());
        assertThat(ended.out()).contains(words("cli.no-display"), "connect", "install", "apply");
    }

    @Test
    void with_a_display_it_opens_the_window_and_ends_as_that_does() {
        Keyboard.Ended ended =
                Keyboard.script("").run(parts(NOWHERE, () -> Optional.of(() -> 7), nobody()));
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void it_knows_its_version_and_its_commands() {
        assertThat(bench.script("", "--version"))
                .isEqualTo(
                        new Keyboard.Ended(0, "mail-station 1.2.3" + System.lineSeparator(), ""));
        Keyboard.Ended help = bench.script("", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("connect", "install", "apply", "passwd", "status", "certificate")
                .contains("practice", "discover");
    }

    @Test
    void the_help_explains_every_exit_code() {
        String help = bench.script("", "--help").out();
        Arrays.stream(Exit.values())
                .forEach(
                        exit ->
                                assertThat(help)
                                        .as(exit.name())
                                        .containsPattern("(?m)^\\s+" + exit.code() + "\\s+\\S"));
        assertThat(Arrays.stream(Exit.values()).map(Exit::code)).doesNotHaveDuplicates();
    }

    @Test
    void what_it_does_not_know_is_named() {
        Keyboard.Ended ended = bench.script("", "instal");
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.err()).contains("instal");
        assertThat(bench.script("", "status", "--jsn").code()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void a_surprise_has_a_sentence_and_a_code_but_no_secret() throws Exception {
        bench.connected();
        Keyboard.Ended ended =
                Keyboard.script("x\n")
                        .run(
                                parts(NOWHERE, Optional::empty, nobody()),
                                "status",
                                "--password-stdin");
        assertThat(ended.code()).isEqualTo(Exit.SURPRISE.code());
        assertThat(ended.err()).contains("surprise.").doesNotContain("topsecret");
    }

    @Test
    void the_practice_gets_what_was_asked_for() {
        List<String> asked = new ArrayList<>();
        Parts parts =
                parts(
                        NOWHERE,
                        Optional::empty,
                        (_, where, keep, show) -> {
                            asked.add(where + " " + keep + " " + show);
                            return 9;
                        });
        Keyboard script = Keyboard.script("");
        assertThat(script.run(parts, "practice").code()).isEqualTo(9);
        script.run(parts, "practice", "--keep", "--folder=/f", "--terminal");
        script.run(parts, "practice", "--window");
        assertThat(asked)
                .containsExactly("null false null", "/f true TERMINAL", "null false WINDOW");
        assertThat(script.run(parts, "practice", "--window", "--terminal").code())
                .isEqualTo(Exit.USAGE.code());
        assertThat(asked).hasSize(3);
    }

    private static PracticeRunner nobody() {
        return (_, _, _, _) -> {
            throw new IllegalStateException("nobody was to practise");
        };
    }

    private Parts parts(NasGateway gateway, Parts.Window window, PracticeRunner practice) {
        Parts usual = bench.parts();
        return new Parts(
                usual.version(),
                gateway,
                usual.profiles(),
                window,
                usual.discovery(),
                usual.check(),
                practice,
                usual.outsides(),
                usual.outside(),
                usual.scenes(),
                usual.ownLog(),
                usual.goodReports());
    }

    @Test
    void a_window_that_cannot_open_is_a_surprise_too() {
        Callable<Integer> broken =
                () -> {
                    throw new IllegalStateException("no graphics");
                };
        Keyboard.Ended ended =
                Keyboard.script("").run(parts(NOWHERE, () -> Optional.of(broken), nobody()));
        assertThat(ended.code()).isEqualTo(Exit.SURPRISE.code());
        assertThat(ended.err()).contains("surprise.");
    }
}

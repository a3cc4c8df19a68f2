package org.mailstation.desktop.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.check.LastKnown;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.cli.Parts;
import org.mailstation.desktop.cli.PracticeRunner.Show;
import org.mailstation.desktop.cli.Terminal;
import org.mailstation.desktop.install.InstallFailure;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.PackageShelf;
import org.mailstation.desktop.log.OwnLog;
import org.mailstation.desktop.outside.OutsideBook;
import org.mailstation.desktop.remote.FileProfileStore;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.SshNasGateway;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.report.GoodReports;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.TestMaker;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** A practice whose daemon is a stub: what it starts, and that nothing of it stays. */
class PracticeStationTest {
    /** Installs a daemon that never runs, and an uninstaller that leaves a mark. */
    private static final String INSTALLER =
            """
            mkdir -p "$2/current/bin" "$2/data"
            uname -m >"$2/current/VERSION"; echo "$2/data" >"$2/current/data-dir"
            printf '#!/bin/sh\\necho "nothing runs here" >&2; exit 3\\n' >"$2/current/bin/mailstationctl"
            chmod 755 "$2/current/bin/mailstationctl"
            printf 'echo gone >"%s"\\n' "$MARK" >"$2/current/uninstall.sh"
            """;

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Path> windows = new ArrayList<>();
    private Path where;
    private boolean display;

    @BeforeEach
    void begin() throws Exception {
        where = folder.resolve("practice");
        Files.createDirectories(folder.resolve("packages"));
    }

    @Test
    void the_window_gets_the_station_as_its_own_and_afterwards_nothing_is_left() throws Exception {
        display = true;
        assertThat(run(false, null)).isEqualTo(7);
        assertThat(windows).containsExactly(where);
        assertThat(where).doesNotExist();
        assertThat(out()).contains("127.0.0.1", PracticeSsh.USER, words("practice.removed", where));
    }

    @Test
    void the_password_for_the_window_is_another_one_each_time() throws Exception {
        display = true;
        run(false, Show.WINDOW);
        String first = out();
        out.reset();
        run(false, Show.WINDOW);
        assertThat(lastWord(first)).isNotEqualTo(lastWord(out()));
    }

    @Test
    void who_asks_for_a_window_without_a_display_is_told_and_nothing_is_left() throws Exception {
        assertThat(run(false, Show.WINDOW)).isEqualTo(15);
        assertThat(out()).contains(words("cli.no-display"));
        assertThat(where).doesNotExist();
    }

    @Test
    void in_the_terminal_a_step_that_fails_is_told_and_what_was_installed_is_removed()
            throws Exception {
        pack("MARK='" + folder.resolve("mark") + "'\n" + INSTALLER);
        assertThat(
                        Failures.expect(
                                        StationFailure.NotRunning.class,
                                        () -> run(false, Show.TERMINAL))
                                .said())
                .isEqualTo("nothing runs here");
        assertThat(out())
                .contains("practice", "SHA256:", words("practice.step.installed", machine()));
        assertThat(folder.resolve("mark")).hasContent("gone");
        assertThat(where).doesNotExist();
    }

    @Test
    void an_installation_that_fails_is_told_and_nothing_is_left() throws Exception {
        pack("echo 'it does not work here' >&2; exit 8\n");
        InstallFailure.InstallerFailed failure =
                Failures.expect(
                        InstallFailure.InstallerFailed.class, () -> run(false, Show.TERMINAL));
        assertThat(failure.said()).isEqualTo("it does not work here");
        assertThat(where).doesNotExist();
    }

    @Test
    void without_a_package_that_is_told_and_nothing_is_left() {
        Failures.expect(InstallFailure.PackageMissing.class, () -> run(false, null));
        assertThat(where).doesNotExist();
    }

    @Test
    void who_wants_to_keep_the_folder_finds_it_there() throws Exception {
        display = true;
        run(true, null);
        assertThat(where.resolve("station.properties")).exists();
        assertThat(out()).contains(words("practice.kept", where));
    }

    @Test
    void a_folder_with_something_in_it_is_not_touched() throws Exception {
        Path letter = Files.createDirectories(where).resolve("letter");
        Files.writeString(letter, "dear");
        assertThat(run(false, null)).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(where.toString());
        assertThat(letter).hasContent("dear");
    }

    private int run(boolean keep, @org.jspecify.annotations.Nullable Show show)
            throws FailureException {
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        null);
        return new PracticeStation(this::program).run(terminal, where, keep, show);
    }

    private Parts program(Path settings, InstallPlace nas, UnaryOperator<NasGateway> way) {
        SshConnector connector =
                new SshConnector(new KnownHosts(settings.resolve("known-hosts")), Timeouts.USUAL);
        NasGateway gateway =
                new SshNasGateway(
                        connector,
                        nas,
                        new PackageShelf(folder.resolve("packages"), TestMaker.key()),
                        "test 1.0");
        return new Parts(
                "1.0",
                way.apply(gateway),
                new FileProfileStore(settings.resolve("station.properties")),
                () -> display ? Optional.of(window(settings)) : Optional.empty(),
                _ -> {
                    throw new IllegalStateException("nobody was to look for a NAS");
                },
                new StationCheck(
                        List.of(),
                        new LastKnown(settings.resolve("last-known.json")),
                        settings.resolve("landmarks.properties"),
                        Clock.systemUTC()),
                (_, _, _, _) -> {
                    throw new IllegalStateException("a practice in a practice");
                },
                new OutsideBook(settings.resolve("outside")),
                (_, _, _, _) -> {
                    throw new IllegalStateException("nobody was to look from outside");
                },
                (_, _, _) -> {
                    throw new IllegalStateException("nobody was to ask the world");
                },
                new OwnLog(settings.resolve("log")),
                new GoodReports(settings.resolve("good")));
    }

    private Callable<Integer> window(Path settings) {
        return () -> {
            windows.add(settings);
            return 7;
        };
    }

    private void pack(String installer) throws Exception {
        Path inside = Files.createDirectories(folder.resolve("shelf/mailstation-1.0"));
        Files.writeString(inside.resolve("install.sh"), installer);
        Path file = folder.resolve("packages/mailstation-1.0-linux-" + machine() + ".tar.gz");
        Process tar =
                new ProcessBuilder("tar", "-czf", file.toString(), "mailstation-1.0")
                        .directory(folder.resolve("shelf").toFile())
                        .start();
        assertThat(tar.waitFor()).isZero();
        TestMaker.sign(file);
    }

    /** The practice installs on this very computer. */
    private static String machine() throws Exception {
        Process uname = new ProcessBuilder("uname", "-m").start();
        return new String(uname.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String lastWord(String text) {
        String line =
                text.lines()
                        .filter(it -> it.matches(".*\\b[0-9a-f]{12}\\b.*"))
                        .findFirst()
                        .orElseThrow();
        return line.replaceAll(".*\\b([0-9a-f]{12})\\b.*", "$1");
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}

package org.mailstation.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.TakenPort;
import org.mailstation.desktop.install.Installation;
import org.mailstation.desktop.ssh.Ran;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.work.FailureException;

/** The scripts as a shell runs them, with real processes that hold real ports. */
@EnabledOnOs(OS.LINUX)
class NasDeedsTest {
    /** A program that is started as our daemon is, and listens. */
    private static final String HOLDER =
            """
            package org.mailstation.daemon;
            public class Main {
                public static void main(String[] args) throws Exception {
                    try (var socket = new java.net.ServerSocket(0)) {
                        System.out.println(socket.getLocalPort());
                        socket.accept();
                    }
                }
            }
            """;

    @TempDir Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private NasDeeds deeds(String data) {
        return new NasDeeds(NasDeedsTest::run, new Installation("/nowhere", data, "1", true));
    }

    private static Ran run(List<String> words, Duration atMost) throws FailureException {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS);
            return new Ran(process.exitValue(), "", said);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Holding(Process process, int port) {
        NasDeed.EndOther ended() {
            return new NasDeed.EndOther(process.pid(), port);
        }
    }

    /** Starts one; its class is compiled when it starts. */
    private Holding holding(String name, String... args) throws IOException {
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, HOLDER.replace("class Main", "class " + name));
        compile(source);
        List<String> words =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                folder.toString(),
                                "org.mailstation.daemon." + name));
        words.addAll(List.of(args));
        Process process = new ProcessBuilder(words).start();
        started.add(process);
        String line = Objects.requireNonNull(process.inputReader().readLine());
        return new Holding(process, Integer.parseInt(line));
    }

    private void compile(Path source) {
        int status =
                Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                        .run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(status).isZero();
    }

    @Test
    void another_mail_service_of_ours_that_holds_the_port_is_ended() throws Exception {
        Holding other = holding("Main", "--data", "/volume1/old");
        deeds("/volume1/new").carryOut(other.ended());
        assertThat(other.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        // who is gone needs no ending
        deeds("/volume1/new").carryOut(other.ended());
    }

    @Test
    void the_one_in_use_a_stranger_and_one_at_another_port_are_left_alone() throws Exception {
        Holding own = holding("Main", "--data", "/volume1/new");
        Failures.expect(DeedFailure.class, () -> deeds("/volume1/new").carryOut(own.ended()));
        Failures.expect(
                DeedFailure.class,
                () ->
                        deeds("/volume1/other")
                                .carryOut(new NasDeed.EndOther(own.process().pid(), 0)));
        Holding stranger = holding("Stranger", "--data", "/volume1/old");
        Failures.expect(DeedFailure.class, () -> deeds("/volume1/new").carryOut(stranger.ended()));
        assertThat(own.process().isAlive()).isTrue();
        assertThat(stranger.process().isAlive()).isTrue();
    }

    @Test
    void what_this_computer_cannot_stop_or_start_is_told() {
        assertThat(
                        Failures.expect(
                                        DeedFailure.class,
                                        () ->
                                                deeds("/d")
                                                        .carryOut(
                                                                new NasDeed.StopPackage(
                                                                        new TakenPort.Holder
                                                                                .Package(
                                                                                "MailServer"))))
                                .text()
                                .key())
                .isEqualTo("fix.port.package-stays");
    }
}

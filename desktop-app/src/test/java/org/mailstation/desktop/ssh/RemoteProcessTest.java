package org.mailstation.desktop.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Secret;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;

class RemoteProcessTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir Path folder;

    private TestNas nas;
    private SshConnection connection;

    @BeforeEach
    void connect() throws Exception {
        nas = new TestNas(folder).start();
        connection =
                new SshConnector(new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL)
                        .connect(
                                nas.target(),
                                new SshCredentials.Password(new Secret(TestNas.PASSWORD)),
                                TestPerson.trusting(),
                                Cancellation.never());
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        nas.close();
    }

    @Test
    void output_complaints_and_status_are_kept_apart() throws Exception {
        Ran ran = connection.run(List.of("sh", "-c", "echo out; echo err >&2; exit 3"), SOON);
        assertThat(ran).isEqualTo(new Ran(3, "out", "err"));
        assertThat(ran.ok()).isFalse();
    }

    @Test
    void arguments_arrive_as_they_are() throws Exception {
        String odd = "a 'b' \"c\" $(d) `e` \\ \n -f ä";
        assertThat(connection.run(List.of("printf", "%s", odd), SOON).output()).isEqualTo(odd);
    }

    @Test
    void a_megabyte_there_and_back_is_the_same_megabyte() throws Exception {
        byte[] sent = new byte[1 << 20];
        new Random(7).nextBytes(sent);
        try (RemoteProcess cat = connection.start(List.of("cat"))) {
            Thread writer = Thread.ofVirtual().start(() -> write(cat, sent));
            assertThat(cat.stdout().readAllBytes()).isEqualTo(sent);
            writer.join();
            assertThat(cat.await(SOON)).isZero();
        }
    }

    @Test
    void a_flood_of_complaints_does_not_block_and_its_end_is_kept() throws Exception {
        Ran ran =
                connection.run(
                        List.of(
                                "sh",
                                "-c",
                                "i=0; while [ $i -lt 20000 ]; do echo line $i >&2; i=$((i+1)); done"),
                        SOON);
        assertThat(ran.complaints()).endsWith("line 19999").hasSizeLessThan(9000);
    }

    @Test
    void a_program_that_never_ends_is_given_up() {
        Failures.expect(
                SshFailure.ConnectionLost.class,
                () -> connection.run(List.of("sleep", "60"), Duration.ofMillis(300)));
    }

    @Test
    void closing_ends_a_program_that_waits_for_input() throws Exception {
        RemoteProcess process = connection.start(List.of("sh", "-c", "cat; echo done > ended"));
        process.close();
        assertThatThrownBy(() -> process.stdin().write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void a_cut_connection_ends_reading_and_waiting() throws Exception {
        try (RemoteProcess process =
                connection.start(List.of("sh", "-c", "echo ready; sleep 60"))) {
            InputStream stdout = process.stdout();
            assertThat(new String(stdout.readNBytes(6), StandardCharsets.UTF_8))
                    .isEqualTo("ready\n");

            nas.cutConnections();

            assertThatThrownBy(
                            () -> {
                                if (stdout.read() < 0) {
                                    throw new IOException("end");
                                }
                            })
                    .isInstanceOf(IOException.class);
            Failures.expect(SshFailure.ConnectionLost.class, () -> process.await(SOON));
        }
    }

    @Test
    void after_a_cut_nothing_new_can_be_started() throws Exception {
        nas.cutConnections();
        Failures.expect(
                SshFailure.ConnectionLost.class, () -> connection.run(List.of("true"), SOON));
    }

    private static void write(RemoteProcess process, byte[] bytes) {
        try {
            process.stdin().write(bytes);
            process.stdin().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.mailstation.desktop.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.server.ServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Secret;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;

class SshConnectorTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** For who answers, on a slow and busy computer too. */
    private static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG, LONG);

    /** For who never does. */
    private static final Timeouts SHORT = new Timeouts(LONG, Duration.ofSeconds(2), LONG, LONG);

    private static final SshCredentials RIGHT =
            new SshCredentials.Password(new Secret(TestNas.PASSWORD));
    private static final SshCredentials WRONG = new SshCredentials.Password(new Secret("guess"));

    @TempDir Path folder;

    private SshConnection connect(
            SshTarget target, SshCredentials credentials, ConnectDialogue person)
            throws FailureException {
        return connector(PATIENT).connect(target, credentials, person, Cancellation.never());
    }

    private SshConnector connector(Timeouts timeouts) {
        return new SshConnector(new KnownHosts(folder.resolve("config/known-hosts")), timeouts);
    }

    private SshFailure.TimedOut timesOut(ServerSocket server) {
        return Failures.expect(
                SshFailure.TimedOut.class,
                () ->
                        connector(SHORT)
                                .connect(
                                        target(server),
                                        RIGHT,
                                        TestPerson.trusting(),
                                        Cancellation.never()));
    }

    @Test
    void an_unknown_host_key_is_shown_once_and_then_remembered() throws Exception {
        try (TestNas nas = new TestNas(folder).start()) {
            TestPerson first = TestPerson.trusting();
            connect(nas.target(), RIGHT, first).close();
            assertThat(first.asked()).hasSize(1);

            TestPerson second = TestPerson.suspicious();
            try (SshConnection connection = connect(nas.target(), RIGHT, second)) {
                assertThat(second.asked()).isEmpty();
                assertThat(first.asked())
                        .containsExactly("host key " + connection.hostKey().fingerprint());
                assertThat(connection.hostKey().algorithm()).isEqualTo("ecdsa-sha2-nistp256");
            }
        }
    }

    @Test
    void without_a_yes_to_the_host_key_no_password_is_sent() throws Exception {
        try (TestNas nas = new TestNas(folder)) {
            List<String> passwords = new java.util.concurrent.CopyOnWriteArrayList<>();
            nas.server()
                    .setPasswordAuthenticator((user, password, session) -> passwords.add(password));
            nas.start();

            Failures.expect(
                    SshFailure.HostKeyNotAccepted.class,
                    () -> connect(nas.target(), RIGHT, TestPerson.suspicious()));

            assertThat(passwords).isEmpty();
            assertThat(folder.resolve("config/known-hosts")).doesNotExist();
        }
    }

    @Test
    void a_changed_host_key_stops_everything_without_a_question() throws Exception {
        int port;
        try (TestNas nas = new TestNas(folder).start()) {
            port = nas.port();
            connect(nas.target(), RIGHT, TestPerson.trusting()).close();
        }
        try (TestNas other = new TestNas(folder, TestNas.keyPair("RSA", 3072))) {
            List<String> passwords = new java.util.concurrent.CopyOnWriteArrayList<>();
            other.server()
                    .setPasswordAuthenticator((user, password, session) -> passwords.add(password));
            other.server().setPort(port);
            other.start();
            TestPerson person = TestPerson.trusting();

            SshFailure.HostKeyChanged failure =
                    Failures.expect(
                            SshFailure.HostKeyChanged.class,
                            () -> connect(other.target(), RIGHT, person));

            assertThat(failure.key().algorithm()).isEqualTo("ssh-rsa");
            assertThat(failure.file()).endsWith("known-hosts");
            assertThat(person.asked()).isEmpty();
            assertThat(passwords).isEmpty();
        }
    }

    @Test
    void a_password_is_also_given_to_a_server_that_asks_interactively() throws Exception {
        try (TestNas nas = new TestNas(folder).keyboardInteractiveOnly().start()) {
            TestPerson person = TestPerson.trusting();
            try (SshConnection connection = connect(nas.target(), RIGHT, person)) {
                assertThat(connection.run(List.of("echo", "in"), Duration.ofSeconds(5)).output())
                        .isEqualTo("in");
            }
            assertThat(person.asked()).hasSize(1);
        }
    }

    @Test
    void a_wrong_password_is_named_and_costs_one_attempt() throws Exception {
        try (TestNas nas = new TestNas(folder)) {
            List<String> attempts = new java.util.concurrent.CopyOnWriteArrayList<>();
            nas.server()
                    .setPasswordAuthenticator(
                            (user, password, session) -> {
                                attempts.add(password);
                                return false;
                            });
            nas.start();

            SshFailure.WrongPassword failure =
                    Failures.expect(
                            SshFailure.WrongPassword.class,
                            () -> connect(nas.target(), WRONG, TestPerson.trusting()));

            assertThat(attempts).containsExactly("guess");
            assertThat(failure.toString()).doesNotContain("guess");
        }
    }

    @Test
    void a_wrong_password_is_named_also_when_asked_interactively() throws Exception {
        try (TestNas nas = new TestNas(folder).keyboardInteractiveOnly().start()) {
            Failures.expect(
                    SshFailure.WrongPassword.class,
                    () -> connect(nas.target(), WRONG, TestPerson.trusting()));
        }
    }

    @Test
    void a_server_that_takes_keys_only_is_named() throws Exception {
        try (TestNas nas = new TestNas(folder).publicKeyOnly(null).start()) {
            SshFailure.MethodNotOffered failure =
                    Failures.expect(
                            SshFailure.MethodNotOffered.class,
                            () -> connect(nas.target(), RIGHT, TestPerson.trusting()));
            assertThat(failure.offered()).isEqualTo("publickey");
        }
    }

    @Test
    void a_port_where_nobody_listens_is_refused() throws Exception {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SshTarget target = new SshTarget("127.0.0.1", silent.getLocalPort(), "admin");
            Failures.expect(
                    SshFailure.Refused.class, () -> connect(target, RIGHT, TestPerson.trusting()));
        }
    }

    @Test
    void a_name_that_leads_nowhere_is_unknown() {
        SshTarget target = new SshTarget("nas.invalid", 22, "admin");
        Failures.expect(
                SshFailure.UnknownHost.class, () -> connect(target, RIGHT, TestPerson.trusting()));
    }

    @Test
    void a_server_that_accepts_and_says_nothing_times_out() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(timesOut(silent).seconds()).isEqualTo(2);
        }
    }

    @Test
    void a_server_that_greets_and_then_hangs_times_out() throws Exception {
        try (ServerSocket hung = answering("SSH-2.0-Hung\r\n", false)) {
            assertThat(timesOut(hung).seconds()).isEqualTo(2);
        }
    }

    @Test
    void a_web_server_is_not_ssh() throws Exception {
        try (ServerSocket web =
                answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", true)) {
            Failures.expect(
                    SshFailure.NotSsh.class,
                    () -> connect(target(web), RIGHT, TestPerson.trusting()));
        }
    }

    @Test
    void an_old_ssh_1_server_is_not_ssh() throws Exception {
        try (ServerSocket old = answering("SSH-1.5-Old\r\n", true)) {
            Failures.expect(
                    SshFailure.NotSsh.class,
                    () -> connect(target(old), RIGHT, TestPerson.trusting()));
        }
    }

    @Test
    void a_server_that_closes_at_once_has_hung_up() throws Exception {
        try (ServerSocket shut = answering("", true)) {
            Failures.expect(
                    SshFailure.HungUp.class,
                    () -> connect(target(shut), RIGHT, TestPerson.trusting()));
        }
    }

    @Test
    void a_server_with_only_old_algorithms_is_refused() throws Exception {
        try (TestNas nas = new TestNas(folder)) {
            nas.server()
                    .setKeyExchangeFactories(
                            List.of(
                                    ServerBuilder.DH2KEX.apply(BuiltinDHFactories.dhg14),
                                    ServerBuilder.DH2KEX.apply(BuiltinDHFactories.dhg1)));
            nas.start();
            Failures.expect(
                    SshFailure.NoCommonAlgorithm.class,
                    () -> connect(nas.target(), RIGHT, TestPerson.trusting()));
        }
    }

    @Test
    void a_damaged_list_of_host_keys_is_not_overwritten() throws Exception {
        Path file = folder.resolve("config/known-hosts");
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(file, "half-a-line\n");
        try (TestNas nas = new TestNas(folder).start()) {
            Failures.expect(
                    SshFailure.KnownHostsUnusable.class,
                    () -> connect(nas.target(), RIGHT, TestPerson.trusting()));
        }
        assertThat(file).hasContent("half-a-line\n");
    }

    @Test
    void waiting_for_a_silent_server_can_be_cancelled() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Cancellation cancellation = new Cancellation();
            Thread.ofVirtual().start(() -> acceptThen(silent, cancellation::cancel));
            SshConnector connector = connector(PATIENT);

            CompletableFuture<Void> done =
                    CompletableFuture.runAsync(
                            () ->
                                    Failures.expect(
                                            Cancelled.class,
                                            () ->
                                                    connector.connect(
                                                            target(silent),
                                                            RIGHT,
                                                            TestPerson.trusting(),
                                                            cancellation)));

            assertThat(done).succeedsWithin(LONG);
        }
    }

    private static void acceptThen(ServerSocket server, Runnable action) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            action.run();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SshTarget target(ServerSocket server) {
        return new SshTarget("127.0.0.1", server.getLocalPort(), "admin");
    }

    private static ServerSocket answering(String words, boolean close) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                Socket socket = server.accept();
                                socket.getOutputStream()
                                        .write(words.getBytes(StandardCharsets.US_ASCII));
                                socket.getOutputStream().flush();
                                if (close) {
                                    socket.shutdownOutput();
                                }
                                socket.getInputStream()
                                        .transferTo(java.io.OutputStream.nullOutputStream());
                            } catch (IOException e) {
                                // The test is over and has closed the server.
                                Thread.currentThread().interrupt();
                            }
                        });
        return server;
    }
}

package org.mailstation.desktop.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.ForwardingFilter;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.MailPort;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.probe.DoorAnswer;

class SshOutsideGatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static MailPort.Key key;

    @TempDir Path folder;
    private TestNas server;

    @BeforeAll
    static void makeKey(@TempDir Path folder) throws Exception {
        key = MailPort.Key.make(folder);
    }

    @BeforeEach
    void prepare() throws IOException {
        server = new TestNas(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private OutsideEye eye(ForwardingFilter filter) throws IOException, FailureException {
        server.server().setForwardingFilter(filter);
        server.start();
        return new SshOutsideGateway(
                        new SshConnector(
                                new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL))
                .open(
                        server.target(),
                        new SshCredentials.Password(new Secret(TestNas.PASSWORD)),
                        TestPerson.trusting(),
                        Cancellation.never());
    }

    private DoorAnswer knock(Service service, InetSocketAddress where, Duration patience)
            throws IOException, FailureException {
        try (OutsideEye eye = eye(AcceptAllForwardingFilter.INSTANCE)) {
            return eye.doors().knock(service, where, "mail.example.org", patience);
        }
    }

    private void showsTheKey(DoorAnswer answer, String greeting) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        DoorAnswer.Secured.class,
                        secured -> {
                            assertThat(secured.greeting()).isEqualTo(greeting);
                            assertThat(secured.tls().keySha256()).isEqualTo(key.sha256());
                        });
    }

    @Test
    void a_port_with_starttls_shows_its_key_through_the_server() throws Exception {
        try (MailPort port = MailPort.smtp(key)) {
            showsTheKey(knock(Service.SMTP, port.address(), PATIENCE), "220 mail.example.org");
        }
    }

    @Test
    void a_port_with_tls_from_the_first_byte_shows_its_key_through_the_server() throws Exception {
        try (MailPort port = MailPort.imaps(key)) {
            showsTheKey(knock(Service.IMAPS, port.address(), PATIENCE), "* OK ready");
        }
    }

    @Test
    void several_ports_are_looked_at_at_once() throws Exception {
        try (MailPort smtp = MailPort.smtp(key);
                MailPort imaps = MailPort.imaps(key);
                OutsideEye eye = eye(AcceptAllForwardingFilter.INSTANCE)) {
            DoorAnswer[] answers = new DoorAnswer[2];
            Thread other =
                    Thread.startVirtualThread(
                            () ->
                                    answers[0] =
                                            eye.doors()
                                                    .knock(
                                                            Service.SMTP,
                                                            smtp.address(),
                                                            "mail.example.org",
                                                            PATIENCE));
            answers[1] =
                    eye.doors().knock(Service.IMAPS, imaps.address(), "mail.example.org", PATIENCE);
            other.join();
            showsTheKey(answers[0], "220 mail.example.org");
            showsTheKey(answers[1], "* OK ready");
        }
    }

    @Test
    void a_server_that_does_not_say_why_there_is_no_connection_leaves_it_open() throws Exception {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InetSocketAddress nobody = (InetSocketAddress) silent.getLocalSocketAddress();
            assertThat(knock(Service.IMAPS, nobody, PATIENCE)).isInstanceOf(DoorAnswer.NoWay.class);
        }
    }

    @Test
    void who_says_nothing_after_the_connection_is_waited_for_no_longer_than_the_patience()
            throws Exception {
        try (MailPort port = MailPort.mute()) {
            assertThat(knock(Service.SMTP, port.address(), Duration.ofMillis(300)))
                    .isEqualTo(new DoorAnswer.Strange("connected, then silent"));
        }
    }

    @Test
    void a_port_that_swallows_everything_is_silent_long_before_the_server_gives_up()
            throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        ForwardingFilter slow =
                new Tamed() {
                    @Override
                    public boolean canConnect(
                            Type type, SshdSocketAddress address, Session session) {
                        return address.getPort() != 9 || wait(end);
                    }
                };
        try (OutsideEye eye = eye(slow)) {
            assertThat(
                            eye.doors()
                                    .knock(
                                            Service.SMTP,
                                            new InetSocketAddress(
                                                    InetAddress.getLoopbackAddress(), 9),
                                            "mail.example.org",
                                            Duration.ofMillis(300)))
                    .isEqualTo(new DoorAnswer.Silent());
        } finally {
            end.countDown();
        }
    }

    @Test
    void a_server_that_forbids_forwarding_is_named() {
        SshFailure.ForwardingForbidden failure =
                Failures.expect(
                        SshFailure.ForwardingForbidden.class,
                        () -> eye(RejectAllForwardingFilter.INSTANCE));
        assertThat(failure.text().words()).contains("127.0.0.1", "AllowTcpForwarding");
    }

    @Test
    void a_server_that_allows_only_some_places_says_nothing_of_the_others() throws Exception {
        ForwardingFilter onlyItself =
                new Tamed() {
                    @Override
                    public boolean canConnect(
                            Type type, SshdSocketAddress address, Session session) {
                        return address.getPort() == server.port();
                    }
                };
        try (MailPort port = MailPort.smtp(key);
                OutsideEye eye = eye(onlyItself)) {
            assertThat(
                            eye.doors()
                                    .knock(
                                            Service.SMTP,
                                            port.address(),
                                            "mail.example.org",
                                            PATIENCE))
                    .isInstanceOf(DoorAnswer.NoWay.class);
        }
    }

    /** Allows what is not asked for here. */
    private abstract static class Tamed extends AcceptAllForwardingFilter {
        static boolean wait(CountDownLatch end) {
            try {
                end.await();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

package org.mailstation.desktop.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mail server that plays the outside, with a caller who speaks SMTP over TLS by hand. */
class OutsideServerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private PracticeCertificate certificate;
    private OutsideServer server;

    @BeforeEach
    void start() throws Exception {
        certificate = PracticeCertificate.create(Instant.now());
        server = OutsideServer.start(certificate);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        try (SSLSocket socket = call(certificate)) {
            BufferedReader in = reader(socket);
            assertThat(in.readLine()).startsWith("220 outside.example");
            assertThat(ask(socket, in, "EHLO mail.practice.example")).startsWith("250");
            assertThat(ask(socket, in, "MAIL FROM:<anna@practice.example>")).startsWith("250");
            assertThat(ask(socket, in, "RCPT TO:<friend@outside.example>")).startsWith("250");
            assertThat(ask(socket, in, "DATA")).startsWith("354");
            assertThat(ask(socket, in, "Subject: dots\r\n\r\n..one\r\n...\r\nend\r\n."))
                    .startsWith("250");
            assertThat(ask(socket, in, "QUIT")).startsWith("221");
        }
        assertThat(server.next(PATIENCE)).isEqualTo("Subject: dots\r\n\r\n.one\r\n..\r\nend\r\n");
    }

    @Test
    void what_it_does_not_know_it_refuses_and_goes_on() throws Exception {
        try (SSLSocket socket = call(certificate)) {
            BufferedReader in = reader(socket);
            in.readLine();
            assertThat(ask(socket, in, "VRFY friend")).startsWith("502");
            assertThat(ask(socket, in, "NOOP")).startsWith("250");
        }
    }

    @Test
    void a_letter_that_was_not_finished_did_not_arrive() throws Exception {
        try (SSLSocket socket = call(certificate)) {
            BufferedReader in = reader(socket);
            in.readLine();
            ask(socket, in, "DATA");
            say(socket, "Subject: half");
        }
        try (SSLSocket socket = call(certificate)) {
            BufferedReader in = reader(socket);
            in.readLine();
            ask(socket, in, "DATA");
            ask(socket, in, "Subject: whole\r\n.");
        }
        assertThat(server.next(PATIENCE)).isEqualTo("Subject: whole\r\n");
        assertThat(server.next(Duration.ZERO)).isNull();
    }

    @Test
    void who_trusts_another_certificate_does_not_talk_to_it() throws Exception {
        PracticeCertificate other = PracticeCertificate.create(Instant.now());
        try (SSLSocket socket = call(other)) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    private SSLSocket call(PracticeCertificate trusted) throws Exception {
        SSLSocket socket =
                (SSLSocket)
                        PracticeCertificate.clientContext(pem(trusted))
                                .getSocketFactory()
                                .createSocket(PracticeSsh.HOST, server.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static String pem(PracticeCertificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static BufferedReader reader(SSLSocket socket) throws Exception {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static String ask(SSLSocket socket, BufferedReader in, String line) throws Exception {
        say(socket, line);
        return in.readLine();
    }

    private static void say(SSLSocket socket, String line) throws Exception {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}

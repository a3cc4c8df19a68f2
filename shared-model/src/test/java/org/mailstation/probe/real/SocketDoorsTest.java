package org.mailstation.probe.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.probe.DoorAnswer;

class SocketDoorsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SSLContext tls;
    private static String key;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "test",
                                "-dname",
                                "CN=mail.example.org",
                                "-ext",
                                "san=dns:mail.example.org",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        byte[] spki = keys.getCertificate("test").getPublicKey().getEncoded();
        key = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki));
    }

    /** What the other side does with one connection. */
    private interface Host {
        void receive(Socket guest) throws IOException;
    }

    private static DoorAnswer knock(Service service, Duration patience, Host host)
            throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (Socket guest = server.accept()) {
                                    host.receive(guest);
                                    guest.getInputStream().readAllBytes();
                                } catch (IOException gone) {
                                    // the guest has seen enough
                                }
                            });
            return SocketDoors.judging()
                    .knock(
                            service,
                            (InetSocketAddress) server.getLocalSocketAddress(),
                            "mail.example.org",
                            patience);
        }
    }

    private static void say(Socket guest, String line) throws IOException {
        OutputStream out = guest.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void hear(Socket guest, String expected) throws IOException {
        InputStream in = guest.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one != '\n' && one >= 0; one = in.read()) {
            line.append((char) one);
        }
        if (!line.toString().strip().equals(expected)) {
            throw new IOException("heard " + line);
        }
    }

    private static Socket secure(Socket guest) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.getSocketFactory().createSocket(guest, (InputStream) null, true);
        secured.startHandshake();
        return secured;
    }

    private static void isSecured(DoorAnswer answer, String greeting) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        DoorAnswer.Secured.class,
                        secured -> {
                            assertThat(secured.greeting()).isEqualTo(greeting);
                            assertThat(secured.tls().keySha256()).isEqualTo(key);
                            assertThat(secured.tls().names())
                                    .isEqualTo(List.of("mail.example.org"));
                            assertThat(secured.tls().trusted()).isFalse();
                        });
    }

    @Test
    void smtp_is_secured_by_starttls_after_all_lines_of_an_answer() throws IOException {
        DoorAnswer answer =
                knock(
                        Service.SMTP,
                        PATIENCE,
                        guest -> {
                            say(guest, "220-mail.example.org");
                            say(guest, "220 ready");
                            hear(guest, "EHLO check.invalid");
                            say(guest, "250-mail.example.org");
                            say(guest, "250 STARTTLS");
                            hear(guest, "STARTTLS");
                            say(guest, "220 go on");
                            secure(guest);
                        });
        isSecured(answer, "220-mail.example.org");
    }

    @Test
    void imap_is_secured_by_starttls() throws IOException {
        DoorAnswer answer =
                knock(
                        Service.IMAP,
                        PATIENCE,
                        guest -> {
                            say(guest, "* OK ready");
                            hear(guest, "a STARTTLS");
                            say(guest, "* OK [ALERT] soon");
                            say(guest, "a OK begin");
                            secure(guest);
                        });
        isSecured(answer, "* OK ready");
    }

    @Test
    void pop3_is_secured_by_stls() throws IOException {
        DoorAnswer answer =
                knock(
                        Service.POP3,
                        PATIENCE,
                        guest -> {
                            say(guest, "+OK ready");
                            hear(guest, "STLS");
                            say(guest, "+OK begin");
                            secure(guest);
                        });
        isSecured(answer, "+OK ready");
    }

    @Test
    void imaps_greets_under_tls() throws IOException {
        DoorAnswer answer =
                knock(Service.IMAPS, PATIENCE, guest -> say(secure(guest), "* OK ready"));
        isSecured(answer, "* OK ready");
    }

    @Test
    void a_server_without_starttls_is_in_the_clear() throws IOException {
        DoorAnswer answer =
                knock(
                        Service.SMTP,
                        PATIENCE,
                        guest -> {
                            say(guest, "220 old");
                            hear(guest, "EHLO check.invalid");
                            say(guest, "250 old");
                            hear(guest, "STARTTLS");
                            say(guest, "502 what?");
                        });
        assertThat(answer).isEqualTo(new DoorAnswer.InTheClear("220 old"));
    }

    @Test
    void who_greets_in_another_language_is_strange() throws IOException {
        DoorAnswer answer =
                knock(Service.SMTP, PATIENCE, guest -> say(guest, "SSH-2.0-OpenSSH_9.2"));
        assertThat(answer)
                .isEqualTo(new DoorAnswer.Strange("unexpected greeting: SSH-2.0-OpenSSH_9.2"));
    }

    @Test
    void who_is_silent_after_the_connection_is_strange_and_not_absent() throws IOException {
        assertThat(knock(Service.SMTP, Duration.ofSeconds(1), _ -> {}))
                .isEqualTo(new DoorAnswer.Strange("connected, then silent"));
    }

    @Test
    void a_port_that_nobody_listens_on_refuses() throws IOException {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InetSocketAddress closed = (InetSocketAddress) silent.getLocalSocketAddress();
            assertThat(
                            SocketDoors.judging()
                                    .knock(Service.IMAPS, closed, "mail.example.org", PATIENCE))
                    .isEqualTo(new DoorAnswer.Refused());
        }
    }
}

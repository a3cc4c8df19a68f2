package org.mailstation.desktop.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.lan.Deadline;

@Timeout(60)
class SshGreetingTest {

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-OpenSSH_8.2,                    OpenSSH_8.2",
        "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u2, OpenSSH_9.2p1 Debian-2+deb12u2",
        "SSH-1.99-dropbear_2022.83,              dropbear_2022.83",
        "SSH-1.5-old,                            ",
        "220 mail.example ESMTP,                 ",
        "SSH-2.0,                                ",
        "'',                                     ",
    })
    void a_greeting_names_the_software(String line, String software) {
        assertThat(SshGreeting.software(line).orElse(null)).isEqualTo(software);
    }

    @Test
    void a_server_that_greets_answers() throws IOException {
        assertThat(greeted("SSH-2.0-OpenSSH_8.2\r\n")).isEqualTo("answers OpenSSH_8.2");
    }

    @Test
    void a_server_may_say_other_things_before() throws IOException {
        assertThat(greeted("Welcome\r\nto the attic\r\nSSH-2.0-dropbear\r\n"))
                .isEqualTo("answers dropbear");
    }

    @Test
    void another_service_is_no_ssh() throws IOException {
        assertThat(greeted("220 mail.example ESMTP\r\n")).isEqualTo("refuses");
        assertThat(greeted("")).isEqualTo("refuses");
    }

    @Test
    void a_server_that_talks_without_end_is_no_ssh() throws IOException {
        assertThat(greeted("x".repeat(100_000))).isEqualTo("refuses");
        assertThat(greeted("x\n".repeat(50_000))).isEqualTo("refuses");
    }

    @Test
    void nobody_at_that_port_refuses() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket server = onLoopback()) {
            nobody = (InetSocketAddress) server.getLocalSocketAddress();
        }
        assertThat(SshGreeting.ask(nobody, Deadline.in(Duration.ofSeconds(30))))
                .isEqualTo(new SshAnswer.Refuses(nobody.getPort()));
    }

    @Test
    void a_server_that_keeps_silent_is_unknown_when_the_time_is_over() throws IOException {
        try (ServerSocket server = onLoopback()) {
            InetSocketAddress where = (InetSocketAddress) server.getLocalSocketAddress();
            assertThat(SshGreeting.ask(where, Deadline.in(Duration.ofMillis(200))))
                    .isEqualTo(new SshAnswer.Unknown(where.getPort()));
        }
    }

    private static String greeted(String words) throws IOException {
        try (ServerSocket server = onLoopback()) {
            Thread.ofVirtual().start(() -> say(server, words));
            SshAnswer answer =
                    SshGreeting.ask(
                            (InetSocketAddress) server.getLocalSocketAddress(),
                            Deadline.in(Duration.ofSeconds(30)));
            return switch (answer) {
                case SshAnswer.Answers(int _, String software) -> "answers " + software;
                case SshAnswer.Refuses _ -> "refuses";
                case SshAnswer.Unknown _ -> "unknown";
                case SshAnswer.Pending _ -> "pending";
            };
        }
    }

    private static void say(ServerSocket server, String words) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(words.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().read(); // until the other side hangs up
        } catch (IOException e) {
            // it hung up while we were still talking, as it should
        }
    }

    private static ServerSocket onLoopback() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }
}

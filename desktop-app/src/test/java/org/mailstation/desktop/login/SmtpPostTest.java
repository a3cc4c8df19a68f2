package org.mailstation.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Secret;
import org.mailstation.desktop.testing.MailPort;
import org.mailstation.desktop.work.Cancellation;

class SmtpPostTest {

    private static final String USER = "joerg@example.org";
    private static final LetterOut.Letter LETTER =
            new LetterOut.Letter("friend@outside.example", "Mail Station test 1", "Grüße\n.\n");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final SmtpPost post = new SmtpPost(Duration.ofSeconds(20), () -> Instant.EPOCH);
    private MailPort.Key key;
    private ServerSocket door;

    /** Refuses lines that begin like this. */
    private String refused = "nothing";

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        key = MailPort.Key.make(folder);
        door =
                key.context()
                        .getServerSocketFactory()
                        .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    private void serve() {
        try (Socket guest = door.accept()) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
            answer(guest, "220 ready");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (data && !line.equals(".")) {
                    continue;
                }
                data = line.equals("DATA");
                if (line.startsWith(refused)) {
                    answer(guest, "550 5.7.1 not here");
                } else if (line.startsWith("EHLO")) {
                    answer(guest, "250-mail.example.org\r\n250 AUTH PLAIN");
                } else {
                    answer(guest, data ? "354 go on" : "250 ok");
                }
            }
        } catch (IOException closed) {
            heard.add("closed");
        }
    }

    private static void answer(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        guest.getOutputStream().flush();
    }

    private Posted send(String keySha256) {
        return send(door.getLocalPort(), keySha256);
    }

    private Posted send(int port, String keySha256) {
        return post.send(
                "127.0.0.1",
                port,
                keySha256,
                USER,
                new Secret("grün-7"),
                LETTER,
                Cancellation.never());
    }

    @Test
    void a_letter_is_handed_in_with_the_login_of_its_sender() {
        assertThat(send(key.sha256())).isEqualTo(new Posted.Taken());
        String login =
                Base64.getEncoder()
                        .encodeToString(
                                ("\0" + USER + "\0grün-7").getBytes(StandardCharsets.UTF_8));
        assertThat(heard)
                .containsSubsequence(
                        "AUTH PLAIN " + login,
                        "MAIL FROM:<" + USER + ">",
                        "RCPT TO:<friend@outside.example>",
                        "DATA",
                        "Subject: Mail Station test 1",
                        "Date: Thu, 1 Jan 1970 00:00:00 GMT",
                        "");
        assertThat(heard.stream().filter(line -> line.equals("."))).hasSize(1);
    }

    @Test
    void a_refusal_is_told_in_the_stations_words() {
        refused = "AUTH";
        assertThat(send(key.sha256())).isEqualTo(new Posted.Refused("550 5.7.1 not here"));
        assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void to_another_key_nothing_is_said() {
        assertThat(send("00".repeat(32))).isEqualTo(new Posted.Stranger());
        assertThat(heard).noneMatch(line -> line.startsWith("EHLO"));
    }

    @Test
    void where_nobody_listens_that_is_told() throws IOException {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThat(send(silent.getLocalPort(), key.sha256())).isInstanceOf(Posted.NoWay.class);
        }
    }
}

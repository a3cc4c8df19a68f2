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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Secret;
import org.mailstation.desktop.testing.MailPort;
import org.mailstation.desktop.work.Cancellation;

class ImapLoginTest {

    private static final String USER = "joerg@example.org";
    private static final Secret PASSWORD = new Secret("grün-7 \"Boot\"");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Cancellation wish = new Cancellation();
    private final ImapLogin login = new ImapLogin(Duration.ofSeconds(20));
    private MailPort.Key key;
    private ServerSocket door;
    private Map<String, String> answers =
            Map.of(
                    "a ",
                    "+ ",
                    expected(),
                    "* CAPABILITY IMAP4rev1\r\na OK welcome",
                    "b ",
                    "* STATUS INBOX (MESSAGES 12)\r\nb OK done");

    private static String expected() {
        return Base64.getEncoder()
                .encodeToString(
                        ("\0" + USER + "\0" + PASSWORD.reveal()).getBytes(StandardCharsets.UTF_8));
    }

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
        try (Socket socket = door.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            say(socket, "* OK ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                for (Map.Entry<String, String> one : answers.entrySet()) {
                    if (line.startsWith(one.getKey())) {
                        say(socket, one.getValue());
                    }
                }
            }
        } catch (IOException ended) {
            // the test has seen what it wanted
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private LoginAnswer tryIt(String sha256) {
        return login.tryIt("127.0.0.1", door.getLocalPort(), sha256, USER, PASSWORD, wish);
    }

    @Test
    void the_right_password_opens_the_mailbox() {
        assertThat(tryIt(key.sha256())).isEqualTo(new LoginAnswer.SignedIn(12));
    }

    @Test
    void a_refusal_is_told_in_the_words_of_the_station() {
        answers = Map.of("a ", "+ ", expected(), "a NO AUTHENTICATE failed");
        assertThat(tryIt(key.sha256()))
                .isEqualTo(new LoginAnswer.Refused("NO AUTHENTICATE failed"));
    }

    @Test
    void to_another_key_nothing_is_sent() {
        assertThat(tryIt("ab".repeat(32))).isEqualTo(new LoginAnswer.Stranger());
        assertThat(heard).isEmpty();
    }

    @Test
    void where_no_key_is_known_nothing_is_sent_either() {
        assertThat(tryIt("")).isNotInstanceOf(LoginAnswer.SignedIn.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void whoever_waits_for_a_silent_server_can_end_it() throws Exception {
        ImapLogin patient = new ImapLogin(Duration.ofDays(1));
        try (MailPort mute = MailPort.mute()) {
            CompletableFuture<LoginAnswer> answer =
                    CompletableFuture.supplyAsync(
                            () ->
                                    patient.tryIt(
                                            "127.0.0.1",
                                            mute.address().getPort(),
                                            key.sha256(),
                                            USER,
                                            PASSWORD,
                                            wish),
                            Thread::startVirtualThread);
            mute.awaitGuest();
            assertThat(answer).isNotDone();
            wish.cancel();
            assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(LoginAnswer.NoWay.class);
        }
    }

    @Test
    void what_was_cancelled_before_is_not_begun() {
        wish.cancel();
        assertThat(tryIt(key.sha256())).isInstanceOf(LoginAnswer.NoWay.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void where_nobody_listens_there_is_no_way() throws IOException {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThat(
                            login.tryIt(
                                    "127.0.0.1",
                                    silent.getLocalPort(),
                                    key.sha256(),
                                    USER,
                                    PASSWORD,
                                    wish))
                    .isInstanceOf(LoginAnswer.NoWay.class);
        }
    }
}

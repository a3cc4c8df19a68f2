package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** How the client signs in, whatever a relay offers. */
class SmtpClientTest {
    private static final String USER = "YW5uYQ==";
    private static final String PASSWORD = "c2VzYW1l";
    private static final Map<String, String> LOGIN_ONLY =
            Map.of(
                    "EHLO home",
                    "250-relay\r\n250-SIZE 1\r\n250 auth LOGIN",
                    "AUTH LOGIN",
                    "334 VXNlcm5hbWU6",
                    USER,
                    "334 UGFzc3dvcmQ6",
                    PASSWORD,
                    "235 2.7.0 welcome");

    private final List<String> heard = new ArrayList<>();

    private void serve(ServerSocket listener, Map<String, String> answers) {
        try (Socket client = listener.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 relay");
            for (String line = in.readLine();
                    line != null && !line.equals("QUIT");
                    line = in.readLine()) {
                heard.add(line);
                say(client, answers.getOrDefault(line, "535 5.7.8 no"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private SmtpReply signIn(Map<String, String> answers) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server =
                    CompletableFuture.runAsync(() -> serve(listener, answers));
            Outside outside =
                    new Outside(
                            _ -> new MxAnswer.NoSuchDomain(),
                            _ -> List.of(),
                            25,
                            SSLContext.getDefault(),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(20),
                            RetrySchedule.STANDARD);
            SmtpReply reply;
            try (SmtpClient client =
                    SmtpClient.connect(
                            "relay",
                            InetAddress.getLoopbackAddress(),
                            listener.getLocalPort(),
                            outside)) {
                client.read();
                client.hello("home");
                reply = client.signIn("anna", "sesame");
            }
            server.get(20, TimeUnit.SECONDS);
            return reply;
        }
    }

    @Test
    void a_relay_that_knows_only_login_is_answered_its_two_questions() throws Exception {
        assertThat(signIn(LOGIN_ONLY).code()).isEqualTo(235);
        assertThat(heard).containsExactly("EHLO home", "AUTH LOGIN", USER, PASSWORD);
    }

    @Test
    void a_user_that_login_does_not_know_ends_it_before_the_password() throws Exception {
        Map<String, String> strict = new java.util.HashMap<>(LOGIN_ONLY);
        strict.remove(USER);
        assertThat(signIn(strict).code()).isEqualTo(535);
        assertThat(heard).doesNotContain(PASSWORD);
    }

    @Test
    void plain_is_taken_where_both_are_offered_and_where_nothing_is_said() throws Exception {
        String plain = "AUTH PLAIN AGFubmEAc2VzYW1l";
        for (String offer : List.of("250-relay\r\n250 AUTH=LOGIN PLAIN", "250 relay")) {
            heard.clear();
            assertThat(signIn(Map.of("EHLO home", offer, plain, "235 2.7.0 ok")).code())
                    .isEqualTo(235);
            assertThat(heard).containsExactly("EHLO home", plain);
        }
    }
}

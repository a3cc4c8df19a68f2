package org.mailstation.lan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HomeHttpTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final byte[] LETTER = "question".getBytes(UTF_8);

    private static Deadline patient() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    private static HttpServer serve(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void an_answer_comes_with_its_status_also_when_it_is_an_error() throws IOException {
        HttpServer server =
                serve(exchange -> send(exchange, 500, exchange.getRequestBody().readAllBytes()));
        assertThat(HomeHttp.post(uri(server), Map.of("A", "b"), LETTER, patient()))
                .isInstanceOfSatisfying(
                        HomeHttp.Answer.Reply.class,
                        reply -> {
                            assertThat(reply.status()).isEqualTo(500);
                            assertThat(reply.body()).isEqualTo(LETTER);
                        });
        assertThat(HomeHttp.fetch(uri(server), patient())).isEmpty();
        server.stop(0);
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                serve(
                        exchange -> {
                            asked.incrementAndGet();
                            exchange.getResponseHeaders().set("Location", "/again");
                            send(exchange, 302, new byte[0]);
                        });
        assertThat(HomeHttp.fetch(uri(server), patient())).isEmpty();
        assertThat(asked).hasValue(1);
        server.stop(0);
    }

    @Test
    void a_device_that_hangs_up_is_not_asked_a_second_time() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket rude = new ServerSocket(0, 5, HERE)) {
            Thread serving =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        while (!rude.isClosed()) {
                                            hangUp(rude, asked);
                                        }
                                    });
            URI there = URI.create("http://127.0.0.1:" + rude.getLocalPort() + "/");
            assertThat(HomeHttp.post(there, Map.of(), LETTER, patient()))
                    .isInstanceOf(HomeHttp.Answer.None.class);
            rude.close();
            serving.join();
        }
        assertThat(asked).hasValue(1);
    }

    private static void hangUp(ServerSocket server, AtomicInteger asked) {
        try (Socket socket = server.accept();
                InputStream in = socket.getInputStream()) {
            asked.incrementAndGet();
            in.readNBytes(LETTER.length); // a part of the question
        } catch (IOException e) {
            return; // closed
        }
    }

    @Test
    void a_device_that_drips_is_left_when_the_time_is_over() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server =
                serve(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            try (OutputStream out = exchange.getResponseBody()) {
                                while (over.getCount() > 0) {
                                    out.write('x');
                                    out.flush();
                                    Thread.onSpinWait();
                                }
                            }
                        });
        assertThat(HomeHttp.fetch(uri(server), Deadline.in(Duration.ofMillis(300)))).isEmpty();
        over.countDown();
        server.stop(0);
    }

    @Test
    void an_answer_that_is_too_large_is_none() throws IOException {
        HttpServer server = serve(exchange -> send(exchange, 200, new byte[300 * 1024]));
        assertThat(HomeHttp.fetch(uri(server), patient())).isEmpty();
        server.stop(0);
    }

    @Test
    void nobody_there_is_no_answer() throws IOException {
        HttpServer server = serve(exchange -> send(exchange, 200, LETTER));
        server.stop(0);
        assertThat(HomeHttp.post(uri(server), Map.of(), LETTER, patient()))
                .isInstanceOf(HomeHttp.Answer.None.class);
    }
}

package org.mailstation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs that do not keep to the conversation: each loses its own connection, and the others go
 * on.
 */
@ParameterizedClass
@EnumSource(Line.Kind.class)
@Timeout(120)
class BadPeerTest {
    private static final String HELLO =
            request(1, "station/hello", "{\"protocol\":1,\"program\":\"bad\"}");

    private final Line.Kind kind;
    private final Line good;
    private final ControlConnection.Server server;
    private final ControlConnection.Client client;

    BadPeerTest(Line.Kind kind) {
        this.kind = kind;
        good = kind.open();
        server = serve(good);
        client =
                ControlConnection.connect(
                        good.client().in(), good.client().out(), new HeardListener());
    }

    @AfterEach
    void others_go_on() throws Exception {
        client.station().hello(new Hello(1, "good")).get(20, TimeUnit.SECONDS);
        assertThat(client.station().status().get(20, TimeUnit.SECONDS))
                .isEqualTo(FakeStation.STATUS);
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET / HTTP/1.1\\r\\nHost: nas\\r\\n\\r\\n | no colon
            Content-Length: 5000000\\r\\n\\r\\n       | larger than 4194304
            Content-Length: 1\\r\\n\\r\\n{            | not JSON-RPC
            Content-Length: 2\\r\\n\\r\\n[]           | not JSON-RPC
            Content-Length: 4\\r\\n\\r\\nnull         | empty
            Content-Length: 1\\r\\n\\r\\n1            | not JSON-RPC
            """)
    void what_is_not_a_message_closes_the_connection(String bytes, String why) {
        assertThat(closedBy(bytes.translateEscapes().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_message_of_5_megabytes_closes_the_connection() {
        String large =
                request(1, "station/validate", "{\"toml\":\"" + "x".repeat(5_000_000) + "\"}");
        assertThat(closedBy(large.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("larger than");
    }

    @Test
    void json_that_breaks_off_closes_the_connection() {
        String broken =
                frame(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"station/status\",\"params\":{");
        assertThat(closedBy(broken.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not JSON");
    }

    @Test
    void json_nested_a_hundred_thousand_times_closes_the_connection() {
        String nested = request(1, "station/nothing", "[".repeat(100_000) + "]".repeat(100_000));
        assertThat(closedBy(nested.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void random_bytes_close_the_connection() {
        for (int seed = 0; seed < 50; seed++) {
            byte[] bytes = new byte[5_000];
            new Random(seed).nextBytes(bytes);
            assertThat(closedBy(bytes)).isInstanceOf(MalformedMessageException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            station/setPassword | {"address":"a@b.example"}              | SetPassword without \\"password\\"
            station/setPassword | {"address":"a@b.example","password":5} | error
            station/setPassword | null                                   | params
            station/hello       | {"program":"x"}                        | Hello without \\"protocol\\"
            station/hello       | {"protocol":"x","program":"x"}         | error
            station/hello       | "hello"                                | error
            station/nothing     | {}                                     | there is no such request
            """)
    void a_request_that_does_not_fit_gets_a_clear_answer_and_the_next_one_too(
            String method, String params, String why) throws IOException {
        Line line = kind.open();
        try (ControlConnection.Server bad = serve(line)) {
            line.client()
                    .out()
                    .write((request(7, method, params) + HELLO).getBytes(StandardCharsets.UTF_8));
            line.client().out().flush();
            Frames answers = new Frames(line.client().in());
            assertThat(answers.next()).contains("\"id\":\"7\"", "\"error\"", why);
            assertThat(answers.next()).contains("\"kind\":\"Accepted\"");
            assertThat(bad.closed()).isNotDone();
        }
    }

    @Test
    void a_request_without_id_is_not_carried_out() throws Exception {
        Line line = kind.open();
        CompletableFuture<FakeStation> station = new CompletableFuture<>();
        try (ControlConnection.Server bad = serve(line, station)) {
            String order =
                    frame(
                            "{\"jsonrpc\":\"2.0\",\"method\":\"station/setPassword\","
                                    + "\"params\":{\"address\":\"a@b.example\",\"password\":\"new\"}}");
            line.client()
                    .out()
                    .write(
                            (HELLO + order + request(2, "station/status", "null"))
                                    .getBytes(StandardCharsets.UTF_8));
            line.client().out().flush();
            Frames answers = new Frames(line.client().in());
            assertThat(answers.next()).contains("Accepted");
            assertThat(answers.next()).contains("\"id\":\"2\"", "mail.example.org");
            assertThat(station.get().password).isEmpty();
            assertThat(bad.closed()).isNotDone();
        }
    }

    @Test
    void damaged_messages_are_answered_or_close_the_connection() throws Exception {
        String all =
                HELLO
                        + request(2, "station/status", "null")
                        + request(3, "station/validate", "{\"toml\":\"x\"}")
                        + request(4, "station/putSecret", "{\"name\":\"relay\",\"value\":\"s\"}");
        for (int seed = 0; seed < 1_000; seed++) { // for each kind of line
            Random random = new Random(seed);
            byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(3); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(i == 0 ? 128 : 256);
            }
            Throwable why = closedBy(bytes);
            assertThat(why == null || why instanceof MalformedMessageException)
                    .as("seed %d: %s", seed, why)
                    .isTrue();
        }
    }

    /**
     * Sends this and nothing more; gives the reason for which the server closed, {@code null} if
     * only because nothing more came.
     */
    private @Nullable Throwable closedBy(byte[] bytes) {
        Line line = kind.open();
        try (ControlConnection.Server bad = serve(line)) {
            Thread.ofVirtual().start(() -> drain(line));
            try {
                line.client().out().write(bytes);
                line.client().noMore().close();
            } catch (IOException closedEarly) {
                // the server does not read what it will not take
            }
            bad.closed().get(20, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void drain(Line line) {
        try {
            line.client().in().transferTo(new ByteArrayOutputStream());
        } catch (IOException e) {
            // closed, as it should be
        }
    }

    private static ControlConnection.Server serve(Line line) {
        return serve(line, new CompletableFuture<>());
    }

    private static ControlConnection.Server serve(Line line, CompletableFuture<FakeStation> made) {
        return ControlConnection.serve(
                line.server().in(),
                line.server().out(),
                listener -> {
                    FakeStation station = new FakeStation(listener);
                    made.complete(station);
                    return new HelloFirst(station);
                });
    }

    private static String request(int id, String method, String params) {
        return frame(
                "{\"jsonrpc\":\"2.0\",\"id\":\""
                        + id
                        + "\",\"method\":\""
                        + method
                        + "\",\"params\":"
                        + params
                        + "}");
    }

    private static String frame(String json) {
        return "Content-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + json;
    }
}

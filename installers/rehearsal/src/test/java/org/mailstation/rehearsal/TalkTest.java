package org.mailstation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TalkTest {
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Says the first words at once, each of the others after a line, and hangs up. */
    private CompletableFuture<List<String>> saying(String first, String... others) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<String> heard = new ArrayList<>();
                    try (Socket client = server.accept()) {
                        var in =
                                new BufferedReader(
                                        new InputStreamReader(
                                                client.getInputStream(), StandardCharsets.UTF_8));
                        client.getOutputStream().write(first.getBytes(StandardCharsets.UTF_8));
                        for (String other : others) {
                            heard.add(in.readLine());
                            client.getOutputStream().write(other.getBytes(StandardCharsets.UTF_8));
                        }
                        return heard;
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    private Talk talk() throws IOException {
        return Talk.open(server.getLocalPort(), false);
    }

    @Test
    void an_answer_is_all_lines_up_to_the_one_that_ends_it() throws Exception {
        var heard = saying("220 here\r\n", "250-SIZE\r\n250 STARTTLS\r\n");

        try (Talk talk = talk()) {
            talk.hear("220 ");
            assertThat(talk.say("EHLO x", "250 ")).containsExactly("250-SIZE", "250 STARTTLS");
        }

        assertThat(heard.get(1, TimeUnit.MINUTES)).containsExactly("EHLO x");
    }

    @Test
    void a_refusal_is_told_with_the_words_of_the_server() throws Exception {
        saying("220 here\r\n", "550 5.7.1 Not you\r\n");

        try (Talk talk = talk()) {
            talk.hear("220 ");
            assertThatThrownBy(() -> talk.say("MAIL FROM:<x@y>", "250 "))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("550 5.7.1 Not you");
        }
    }

    @Test
    void imap_and_pop3_refuse_in_their_own_ways() throws Exception {
        for (String refusal : List.of("t1 NO\r\n", "t1 BAD what\r\n", "-ERR no\r\n")) {
            saying(refusal);
            try (Talk talk = talk()) {
                assertThatThrownBy(() -> talk.hear("t1 OK")).hasMessageContaining("expected t1 OK");
            }
        }
    }

    @Test
    void a_server_that_hangs_up_is_not_waited_for() throws Exception {
        saying("* half an ans");

        try (Talk talk = talk()) {
            assertThatThrownBy(() -> talk.hear("* OK")).hasMessageContaining("hung up");
        }
    }

    @Test
    void nobody_there_is_an_error() throws Exception {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThatThrownBy(() -> Talk.open(silent.getLocalPort(), false))
                    .isInstanceOf(IOException.class);
        }
    }
}

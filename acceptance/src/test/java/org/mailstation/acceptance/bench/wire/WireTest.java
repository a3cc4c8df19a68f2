package org.mailstation.acceptance.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WireTest {
    @Test
    void a_line_longer_than_the_buffer_stays_whole() throws Exception {
        String long_ = "x".repeat(200_000);
        try (Script script = new Script(long_ + "\r\nshort\r\n");
                Wire wire = Wire.open(script.door())) {
            assertThat(wire.line()).isEqualTo(long_);
            assertThat(wire.line()).isEqualTo("short");
        }
    }

    @Test
    void octets_are_passed_over_whatever_they_are() throws Exception {
        try (Script script = new Script("a\r\nb\nc" + "y".repeat(100_000) + "after\r\n");
                Wire wire = Wire.open(script.door())) {
            wire.skip(6 + 100_000);
            assertThat(wire.line()).isEqualTo("after");
        }
    }

    @Test
    void a_server_that_goes_away_is_an_error() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Wire wire = Wire.open(new Door(server.getLocalPort(), false))) {
            server.accept().close();
            assertThatThrownBy(wire::line).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void clients_run_together_and_all_of_them() throws Exception {
        AtomicInteger sum = new AtomicInteger();
        assertThat(Together.run(5, sum::addAndGet)).isPositive();
        assertThat(sum).hasValue(0 + 1 + 2 + 3 + 4);
    }

    @Test
    void the_failure_of_one_client_is_the_failure_of_all() {
        assertThatThrownBy(
                        () ->
                                Together.run(
                                        3,
                                        client -> {
                                            if (client == 1) {
                                                throw new RefusedException("x", "no");
                                            }
                                        }))
                .isInstanceOf(RefusedException.class);
    }
}

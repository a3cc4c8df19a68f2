package org.mailstation.probe.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailstation.probe.Ways.Reached;

class SocketWaysTest {
    private static Reached reach(int port) {
        InetSocketAddress where = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new SocketWays().reach(where, Duration.ofSeconds(10));
    }

    @Test
    void who_listens_is_reached_and_who_does_not_refuses() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(reach(port)).isEqualTo(Reached.CONNECTED);
        }
        assertThat(reach(port)).isEqualTo(Reached.REFUSED);
        assertThat(Reached.REFUSED.somebody()).isTrue();
    }

    @Test
    void without_patience_nothing_is_reached() {
        InetSocketAddress where = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        Reached reached = new SocketWays().reach(where, Duration.ZERO);
        assertThat(reached).isEqualTo(Reached.SILENT);
        assertThat(reached.somebody()).isFalse();
    }
}

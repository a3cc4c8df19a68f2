package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;

/** More connections than one address may have. */
@Timeout(60)
class TooManyTest {
    private static final int MOST = 50;

    @TempDir Path data;
    private final List<Socket> held = new ArrayList<>();
    private TestStation station;
    private int port;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(data, Configs.station("home.test", "anna"));
        port = station.port(Service.IMAPS);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
        station.close();
    }

    private void hold(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            held.add(new Socket(InetAddress.getLoopbackAddress(), port));
        }
    }

    /** A reset would look like trouble on the line. */
    @Test
    void one_too_many_is_ended_in_order_whatever_it_has_said_already() throws Exception {
        hold(MOST);
        try (Socket last = new Socket(InetAddress.getLoopbackAddress(), port)) {
            last.getOutputStream().write(new byte[4000]);

            assertThat(last.getInputStream().readAllBytes()).isEmpty();
        }
    }

    /** As somebody does who only looks whether the port is open. */
    @Test
    void those_who_leave_before_tls_take_no_room() throws Exception {
        for (int round = 0; round < 3; round++) {
            hold(MOST);
            for (Socket socket : held) {
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(100);
                socket.close();
            }
            held.clear();
        }
        try (LineClient client = LineClient.tls(port)) {
            assertThat(client.line()).startsWith("* OK");
        }
    }
}

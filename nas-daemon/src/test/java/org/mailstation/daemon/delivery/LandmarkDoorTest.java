package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.delivery.OutwardDoor.State;

class LandmarkDoorTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Outside.Addresses HERE =
            host -> {
                if (host.equals("unknown.test")) {
                    throw new UnknownHostException(host);
                }
                return List.of(InetAddress.getLoopbackAddress());
            };

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);

    private LandmarkDoor door(int port, String... hosts) {
        return new LandmarkDoor(() -> List.of(hosts), HERE, port, clock);
    }

    @Test
    void it_is_open_if_one_of_them_answers_and_shut_if_none_does() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(door(port, "unknown.test", "a.test").look()).isEqualTo(State.OPEN);
        }
        assertThat(door(port, "a.test", "unknown.test").look()).isEqualTo(State.SHUT);
    }

    @Test
    void nothing_can_be_told_where_no_name_is_known() {
        assertThat(door(1, "unknown.test").look()).isEqualTo(State.UNKNOWN);
        assertThat(door(1).look()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void they_are_not_bothered_again_within_minutes() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LandmarkDoor door = door(socket.getLocalPort(), "a.test");
            assertThat(door.look()).isEqualTo(State.OPEN);
            socket.close();

            clock.setInstant(NOON.plus(Duration.ofMinutes(5)));
            assertThat(door.look()).isEqualTo(State.OPEN);
            clock.setInstant(NOON.plus(Duration.ofMinutes(11)));
            assertThat(door.look()).isEqualTo(State.SHUT);
        }
    }
}

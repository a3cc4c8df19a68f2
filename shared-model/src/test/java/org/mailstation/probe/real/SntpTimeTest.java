package org.mailstation.probe.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mailstation.probe.TimeServers;

class SntpTimeTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final long FROM_1900 = 2_208_988_800L;

    /** What a client hears whose clock says now, from a server that does this to the question. */
    private static TimeServers.Answer hears(Instant now, UnaryOperator<ByteBuffer> server)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    DatagramPacket packet = new DatagramPacket(new byte[48], 48);
                                    socket.receive(packet);
                                    byte[] said =
                                            server.apply(ByteBuffer.wrap(packet.getData())).array();
                                    socket.send(
                                            new DatagramPacket(
                                                    said, said.length, packet.getSocketAddress()));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            return new SntpTime(
                            Clock.fixed(now, ZoneOffset.UTC),
                            Duration.ofSeconds(20),
                            socket.getLocalPort())
                    .ask(InetAddress.getLoopbackAddress().getHostAddress());
        }
    }

    /** A server whose clock says this. */
    private static UnaryOperator<ByteBuffer> serverAt(Instant time) {
        return question -> {
            ByteBuffer answer = ByteBuffer.allocate(48);
            answer.put(0, (byte) 0x24).put(1, (byte) 2);
            answer.putLong(24, question.getLong(40));
            int seconds = (int) (time.getEpochSecond() + FROM_1900);
            answer.putInt(32, seconds).putInt(40, seconds);
            return answer;
        };
    }

    @Test
    void a_clock_that_is_behind_is_told_by_how_much() throws IOException {
        assertThat(hears(NOW, serverAt(NOW.plusSeconds(90))))
                .isEqualTo(new TimeServers.Told(Duration.ofSeconds(90)));
        assertThat(hears(NOW, serverAt(NOW.minusSeconds(7))))
                .isEqualTo(new TimeServers.Told(Duration.ofSeconds(-7)));
    }

    @Test
    void the_count_of_seconds_that_begins_anew_in_2036_is_read_right() throws IOException {
        Instant later = Instant.parse("2036-02-08T00:00:00Z");
        assertThat(hears(later, serverAt(later.plusSeconds(3))))
                .isEqualTo(new TimeServers.Told(Duration.ofSeconds(3)));
    }

    @Test
    void a_server_that_does_not_know_the_time_is_not_believed() throws IOException {
        UnaryOperator<ByteBuffer> lost = question -> serverAt(NOW).apply(question).put(1, (byte) 0);
        assertThat(hears(NOW, lost)).isInstanceOf(TimeServers.CouldNotTell.class);
    }

    @Test
    void an_answer_to_another_question_is_not_believed() throws IOException {
        UnaryOperator<ByteBuffer> forged = question -> serverAt(NOW).apply(question).putLong(24, 1);
        assertThat(hears(NOW, forged)).isInstanceOf(TimeServers.CouldNotTell.class);
    }

    @Test
    void silence_says_nothing_about_the_clock() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertThat(
                            new SntpTime(
                                            Clock.fixed(NOW, ZoneOffset.UTC),
                                            Duration.ofMillis(50),
                                            silent.getLocalPort())
                                    .ask("127.0.0.1"))
                    .isEqualTo(new TimeServers.CouldNotTell("no answer in time"));
        }
    }
}

package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.SocketChannel;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that does not read lets the thread wait that writes, and nothing else. */
@Timeout(60)
class OutgoingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** More than sockets and buffers take in. */
    private static final int MUCH = 32 << 20;

    private final EventLoops loops = new EventLoops();

    @AfterEach
    void end() {
        loops.close();
    }

    /** A connection of its own thread, which writes much and then waits. */
    private record Writer(
            Listener listener, CompletableFuture<SocketChannel> channel, Socket client)
            implements AutoCloseable {
        CompletableFuture<Boolean> write() throws Exception {
            SocketChannel connection = channel.get();
            CompletableFuture<Boolean> room = new CompletableFuture<>();
            connection
                    .eventLoop()
                    .execute(
                            () -> {
                                connection.writeAndFlush(Unpooled.wrappedBuffer(new byte[MUCH]));
                                try {
                                    room.complete(
                                            connection
                                                    .pipeline()
                                                    .get(Outgoing.class)
                                                    .awaitRoom(connection));
                                } catch (InterruptedException e) {
                                    room.completeExceptionally(e);
                                }
                            });
            return room;
        }

        @Override
        public void close() throws Exception {
            client.close();
            listener.close();
        }
    }

    private Writer writer(Duration patience) throws Exception {
        CompletableFuture<SocketChannel> accepted = new CompletableFuture<>();
        Listener listener =
                Listener.bind(
                        0,
                        channel -> {
                            channel.pipeline().addLast(Outgoing.NAME, new Outgoing(patience));
                            accepted.complete(channel);
                        },
                        loops);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        return new Writer(listener, accepted, client);
    }

    @Test
    void the_connections_own_thread_waits_until_the_client_has_read() throws Exception {
        try (Writer writer = writer(PATIENCE)) {
            CompletableFuture<Boolean> room = writer.write();
            InputStream in = writer.client().getInputStream();

            assertThat(in.readNBytes(MUCH)).hasSize(MUCH);

            assertThat(room.get()).isTrue();
        }
    }

    @Test
    void a_client_that_never_reads_is_cut() throws Exception {
        try (Writer writer = writer(Duration.ofMillis(50))) {
            assertThat(writer.write().get()).isFalse();
            assertThat(writer.channel().get().closeFuture().await(60_000)).isTrue();
        }
    }

    @Test
    void a_client_that_goes_away_is_not_waited_for() throws Exception {
        try (Writer writer = writer(PATIENCE)) {
            CompletableFuture<Boolean> room = writer.write();
            writer.client().getInputStream().readNBytes(1);
            writer.client().setSoLinger(true, 0);
            writer.client().close();

            assertThat(room.get()).isFalse();
        }
    }

    @Test
    void nobody_waits_for_a_client_when_its_port_is_closed() throws Exception {
        try (Writer writer = writer(Duration.ofHours(1))) {
            CompletableFuture<Boolean> room = writer.write();
            writer.client().getInputStream().readNBytes(1);

            writer.listener().close();

            assertThat(room.get()).isFalse();
        }
    }

    @Test
    void who_has_room_does_not_wait() throws InterruptedException {
        Outgoing outgoing = new Outgoing(PATIENCE);

        assertThat(outgoing.awaitRoom(new EmbeddedChannel(outgoing))).isTrue();
    }

    @Test
    void another_thread_waits_until_the_connections_own_has_moved_the_bytes() throws Exception {
        try (Writer writer = writer(PATIENCE)) {
            SocketChannel connection = writer.channel().get();
            connection.writeAndFlush(Unpooled.wrappedBuffer(new byte[MUCH]));
            CompletableFuture<Boolean> room =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return connection
                                            .pipeline()
                                            .get(Outgoing.class)
                                            .awaitRoom(connection);
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            });

            assertThat(writer.client().getInputStream().readNBytes(MUCH)).hasSize(MUCH);

            assertThat(room.get()).isTrue();
        }
    }
}

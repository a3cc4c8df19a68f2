package org.mailstation.daemon.mail.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailstation.daemon.metrics.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listening port with its connections. It listens on every address: who may come in is decided
 * by the router.
 */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);
    private static final int NEXT_LOOK_MILLIS = 10;
    private static final int BACKLOG = 100;
    private static final int MOST_CONNECTIONS = 500;
    private static final int MOST_CONNECTIONS_OF_ONE_ADDRESS = 50;

    /** Puts the handlers of one protocol into a new connection. */
    @FunctionalInterface
    public interface Protocol {
        void begin(SocketChannel channel);
    }

    private final Channel server;
    private final ChannelGroup connections;
    private final Admission admission;
    private final int port;

    private Listener(Channel server, ChannelGroup connections, Admission admission) {
        this.server = server;
        this.admission = admission;
        this.connections = connections;
        this.port = ((InetSocketAddress) server.localAddress()).getPort();
    }

    /**
     * Begins to listen.
     *
     * @param port 0: any free one
     * @throws IOException if the port is taken or not allowed
     */
    public static Listener bind(int port, Protocol protocol, EventLoops loops) throws IOException {
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        Admission admission =
                new Admission(MOST_CONNECTIONS, MOST_CONNECTIONS_OF_ONE_ADDRESS, System::nanoTime);
        AtomicInteger refused = new AtomicInteger();
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loops.accepting(), loops.connections())
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true)
                        .childOption(ChannelOption.AUTO_READ, false)
                        // a client that has said everything may still listen, see QuietEnd
                        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                        .childOption(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(64 << 10, 256 << 10))
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel channel) {
                                        connections.add(channel);
                                        if (admission.admits(channel)) {
                                            protocol.begin(channel);
                                        } else {
                                            channel.pipeline().addLast(new Refusal(refused));
                                        }
                                    }
                                })
                        .bind(port)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "port " + port + ": " + bound.cause().getMessage(), bound.cause());
        }
        return new Listener(bound.channel(), connections, admission);
    }

    /** Who comes in. */
    public Report.Doorway doorway() {
        return admission.doorway();
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /**
     * Stops listening, cuts the connections, and waits a while for the commands that they run to
     * end.
     */
    @Override
    public void close() {
        server.close().awaitUninterruptibly();
        // the port is free only after the event loop has looked at its sockets once more
        server.eventLoop()
                .schedule(() -> {}, NEXT_LOOK_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
        List<Channel> last = List.copyOf(connections);
        long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        last.forEach(Outgoing::giveUp);
        connections.close().awaitUninterruptibly(LONGEST_FAREWELL.toMillis());
        for (Channel connection : last) {
            long rest = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (rest <= 0 || !ConnectionThread.awaitEnd(connection, rest)) {
                LOG.warn("a connection of port {} is still at work", port);
                return;
            }
        }
    }
}

package org.mailstation.daemon.mail.net;

import io.netty.channel.Channel;
import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.DefaultEventExecutorChooserFactory;
import io.netty.util.concurrent.RejectedExecutionHandlers;
import io.netty.util.concurrent.ThreadPerTaskExecutor;
import java.net.InetSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Every connection has a virtual thread of its own, on which its commands run one after the other.
 * They may wait there, for the disk or for a slow password check, without holding up anybody else.
 */
public final class ConnectionThread {
    /** Network address of the client whose command the current thread runs. */
    private static final ScopedValue<String> CLIENT = ScopedValue.newInstance();

    private static final AttributeKey<EventLoopGroup> LOOP =
            AttributeKey.valueOf("connectionThread");

    /** How long a thread waits for a last event after its connection has closed. */
    private static final int QUIET_MILLIS = 100;

    private static final int LONGEST_FAREWELL_MILLIS = 60_000;

    private ConnectionThread() {}

    /** An event loop whose thread ends soon after the connection's last event. */
    static EventLoopGroup loop(Channel connection) {
        String client = address(connection);
        ThreadFactory threads =
                work ->
                        Thread.ofVirtual()
                                .name("client " + client)
                                .unstarted(() -> ScopedValue.where(CLIENT, client).run(work));
        EventLoopGroup loop =
                new NioEventLoopGroup(
                        1,
                        new ThreadPerTaskExecutor(threads),
                        DefaultEventExecutorChooserFactory.INSTANCE,
                        SelectorProvider.provider(),
                        DefaultSelectStrategyFactory.INSTANCE,
                        RejectedExecutionHandlers.reject(),
                        // Netty's own queues have room for a thousand tasks from the beginning
                        _ -> new ConcurrentLinkedQueue<>(),
                        _ -> new ConcurrentLinkedQueue<>());
        connection.attr(LOOP).set(loop);
        connection
                .closeFuture()
                .addListener(
                        _ ->
                                loop.shutdownGracefully(
                                        QUIET_MILLIS,
                                        LONGEST_FAREWELL_MILLIS,
                                        TimeUnit.MILLISECONDS));
        return loop;
    }

    private static String address(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "?"; // already gone
    }

    /**
     * Waits until a closed connection has done its last work.
     *
     * @return whether it has
     */
    static boolean awaitEnd(Channel connection, long millis) {
        EventLoopGroup loop = connection.attr(LOOP).get();
        return loop == null
                || loop.terminationFuture().awaitUninterruptibly(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the current thread is one of a connection. */
    static boolean isCurrent() {
        return CLIENT.isBound();
    }

    /** The client's network address; {@code "?"} on a thread that serves no connection. */
    public static String client() {
        return CLIENT.orElse("?");
    }
}

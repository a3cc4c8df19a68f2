package org.mailstation.daemon.mail.net;

import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Every connection has a virtual thread of its own, on which its commands run one after the other.
 * They may wait there, for the disk or for a slow password check, without holding up anybody else.
 */
public final class ConnectionThread {
    /** Network address of the client whose command the current thread runs. */
    private static final ScopedValue<String> CLIENT = ScopedValue.newInstance();

    private static final AttributeKey<EventExecutor> THREAD =
            AttributeKey.valueOf("connectionThread");

    /** How long a thread waits for a last event after its connection has closed. */
    private static final int QUIET_MILLIS = 100;

    private static final int LONGEST_FAREWELL_MILLIS = 60_000;

    private ConnectionThread() {}

    /** A thread that begins with the connection's first event and ends soon after its last. */
    public static EventExecutor of(SocketChannel channel) {
        String client = channel.remoteAddress().getAddress().getHostAddress();
        ThreadFactory threads =
                work ->
                        Thread.ofVirtual()
                                .name("client " + client)
                                .unstarted(() -> ScopedValue.where(CLIENT, client).run(work));
        EventExecutor executor = new DefaultEventExecutor(threads);
        channel.attr(THREAD).set(executor);
        channel.closeFuture()
                .addListener(
                        _ ->
                                executor.shutdownGracefully(
                                        QUIET_MILLIS,
                                        LONGEST_FAREWELL_MILLIS,
                                        TimeUnit.MILLISECONDS));
        return executor;
    }

    /**
     * Waits until a closed connection has done its last work.
     *
     * @return whether it has
     */
    static boolean awaitEnd(Channel channel, long millis) {
        EventExecutor thread = channel.attr(THREAD).get();
        return thread == null
                || thread.terminationFuture().awaitUninterruptibly(millis, TimeUnit.MILLISECONDS);
    }

    /** The client's network address; {@code "?"} on a thread that serves no connection. */
    public static String client() {
        return CLIENT.orElse("?");
    }
}

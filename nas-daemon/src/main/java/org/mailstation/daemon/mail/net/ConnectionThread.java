package org.mailstation.daemon.mail.net;

import io.netty.channel.socket.SocketChannel;
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
        channel.closeFuture()
                .addListener(_ -> executor.shutdownGracefully(1, 60, TimeUnit.SECONDS));
        return executor;
    }

    /** The client's network address; {@code "?"} on a thread that serves no connection. */
    public static String client() {
        return CLIENT.orElse("?");
    }
}

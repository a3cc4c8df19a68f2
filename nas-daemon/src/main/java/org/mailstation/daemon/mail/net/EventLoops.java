package org.mailstation.daemon.mail.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that move bytes for all listeners. Nothing on them ever waits: work runs on the
 * connection's own thread.
 */
public final class EventLoops implements AutoCloseable {
    private static final int WORKERS = 2;

    private final EventLoopGroup accepting =
            new NioEventLoopGroup(1, new DefaultThreadFactory("accept", true));
    private final EventLoopGroup moving =
            new NioEventLoopGroup(WORKERS, new DefaultThreadFactory("net", true));

    EventLoopGroup accepting() {
        return accepting;
    }

    EventLoopGroup moving() {
        return moving;
    }

    @Override
    public void close() {
        var _ = accepting.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        moving.shutdownGracefully(200, 5000, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(10, TimeUnit.SECONDS);
    }
}

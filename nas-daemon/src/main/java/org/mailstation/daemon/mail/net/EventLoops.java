package org.mailstation.daemon.mail.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The thread that takes new connections for all listeners, and what gives each its own. */
public final class EventLoops implements AutoCloseable {
    private final EventLoopGroup accepting =
            new NioEventLoopGroup(1, new DefaultThreadFactory("accept", true));
    private final EventLoopGroup connections = new ConnectionLoops();

    EventLoopGroup accepting() {
        return accepting;
    }

    EventLoopGroup connections() {
        return connections;
    }

    @Override
    public void close() {
        var _ = connections.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        accepting
                .shutdownGracefully(0, 1, TimeUnit.SECONDS)
                .awaitUninterruptibly(10, TimeUnit.SECONDS);
    }
}

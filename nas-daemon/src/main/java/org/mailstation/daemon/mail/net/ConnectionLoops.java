package org.mailstation.daemon.mail.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.ThreadFactory;

/**
 * Gives every connection an event loop of its own, on a virtual thread: bytes come and go there,
 * and its commands run there too. A command that waits for the disk holds up nobody else, and no
 * answer changes threads on its way out.
 */
final class ConnectionLoops extends NioEventLoopGroup {
    private static final ThreadFactory NEVER =
            _ -> {
                throw new IllegalStateException("connections have loops of their own");
            };

    ConnectionLoops() {
        super(1, NEVER);
    }

    @Override
    public ChannelFuture register(Channel connection) {
        return ConnectionThread.loop(connection).register(connection);
    }
}

package org.mailstation.daemon.mail.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a connection away: closes its own side and waits a moment for the client to do the same.
 * Were it closed at once while the client's first octets are on their way, the client would see a
 * reset (RFC 9293 3.10.7.1). When there are many of them, they are closed at once all the same.
 */
final class Refusal extends SimpleChannelInboundHandler<Object> {
    private static final int PATIENCE_MILLIS = 2000;
    private static final int MOST_WAITING = 100;

    private final AtomicInteger waiting;

    /**
     * @param waiting how many there are at this port
     */
    Refusal(AtomicInteger waiting) {
        this.waiting = waiting;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (waiting.incrementAndGet() > MOST_WAITING
                || !(context.channel() instanceof SocketChannel channel)) {
            var _ = context.close();
            return;
        }
        channel.shutdownOutput();
        channel.config().setAutoRead(true);
        var _ =
                context.executor()
                        .schedule(() -> context.close(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object ignored) {}

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            var _ = context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.decrementAndGet();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}

package org.mailstation.daemon.mail.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Asks for more bytes only when those that came have been worked on: a client that sends faster
 * than we store is slowed by TCP and does not fill the memory. It stands on the connection's own
 * thread, before the handler that does the work.
 */
public final class ReadOnDemand extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.fireChannelActive();
        context.read();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        // James switches automatic reading on after STARTTLS
        context.channel().config().setAutoRead(false);
        context.read();
    }
}

package org.mailstation.daemon.mail.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection whose client went away or broke TLS off: its right, and nothing to log loudly.
 * A client that has only closed its own side (RFC 9293 3.6) still gets the answers to what it said.
 */
public final class QuietEnd extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(QuietEnd.class);

    private final BiConsumer<Channel, Runnable> afterAnswers;
    private final boolean alwaysAnswered;

    /** For a protocol whose commands are done when their handler returns. */
    public QuietEnd() {
        this.afterAnswers = (_, work) -> work.run();
        this.alwaysAnswered = true;
    }

    /**
     * @param afterAnswers does some work after all commands that have come were answered
     */
    public QuietEnd(BiConsumer<Channel, Runnable> afterAnswers) {
        this.afterAnswers = afterAnswers;
        this.alwaysAnswered = false;
    }

    /** Whether every command is done when its handler returns. */
    boolean isAlwaysAnswered() {
        return alwaysAnswered;
    }

    /** Does some work after all commands that have come were answered. */
    void afterAnswers(Channel channel, Runnable work) {
        afterAnswers.accept(channel, work);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        if (event instanceof ChannelInputShutdownEvent && isBeforeTls(context.channel())) {
            var _ = context.close(); // nothing can be said to it any more
        } else if (event instanceof ChannelInputShutdownEvent) {
            afterAnswers.accept(
                    context.channel(),
                    () ->
                            context.channel()
                                    .writeAndFlush(Unpooled.EMPTY_BUFFER)
                                    .addListener(ChannelFutureListener.CLOSE));
        }
    }

    /** Somebody who only looked whether the port is open would otherwise count for a long time. */
    private static boolean isBeforeTls(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        return tls != null && !tls.handshakeFuture().isDone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        boolean tls = cause instanceof DecoderException && cause.getCause() instanceof SSLException;
        if (cause instanceof IOException || tls) {
            LOG.debug("a connection has ended: {}", cause.getMessage());
            var _ = context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}

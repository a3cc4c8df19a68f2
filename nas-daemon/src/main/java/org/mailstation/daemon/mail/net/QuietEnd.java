package org.mailstation.daemon.mail.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection whose client went away or broke TLS off: its right, and nothing to log loudly.
 */
public final class QuietEnd extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(QuietEnd.class);

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

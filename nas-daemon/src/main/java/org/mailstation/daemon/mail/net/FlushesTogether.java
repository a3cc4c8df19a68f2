package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.flush.FlushConsolidationHandler;

/**
 * Lets what a command answers leave together: fewer TLS records and system calls. Its place is just
 * behind TLS.
 */
public final class FlushesTogether extends FlushConsolidationHandler {
    /** Flushes that may wait for each other. */
    private static final int MOST = 64;

    /** Octets for which the client shall not wait any longer: two full TLS records. */
    private static final int ENOUGH = 32 * 1024;

    private int written;

    public FlushesTogether() {
        super(MOST, true);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        if (message instanceof ByteBuf octets) {
            written += octets.readableBytes();
        }
        super.write(context, message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) throws Exception {
        if (written >= ENOUGH) {
            written = 0;
            var _ = context.flush();
        } else {
            super.flush(context);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        written = 0;
        super.channelReadComplete(context);
    }
}

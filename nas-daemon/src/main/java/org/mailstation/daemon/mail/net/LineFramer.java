package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what comes in into lines, their ends kept. Between the answer to STARTTLS and the end of the
 * handshake it throws everything away: what somebody in between has put behind STARTTLS must not be
 * taken for the client's words (RFC 3207 4.2, CVE-2011-0411).
 */
public final class LineFramer extends LineBasedFrameDecoder {
    private boolean deaf;

    /**
     * @param longest line in bytes; a longer one is reported as {@code TooLongFrameException}
     */
    public LineFramer(int longest) {
        super(longest, false, false);
    }

    /** To be called on the connection's thread. */
    void deafUntilHandshake() {
        deaf = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (deaf) {
            ReferenceCountUtil.release(message);
            return;
        }
        super.channelRead(context, message);
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf buffer)
            throws Exception {
        if (deaf) {
            buffer.skipBytes(buffer.readableBytes());
            return null;
        }
        return super.decode(context, buffer);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent) {
            deaf = false;
        }
        super.userEventTriggered(context, event);
    }
}

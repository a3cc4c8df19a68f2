package org.mailstation.daemon.mail.imap;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imapserver.netty.ImapRequestFrameDecoder;
import org.apache.james.imapserver.netty.NettyConstants;

/**
 * James's reader of IMAP commands. Around a literal it takes the cutter of lines away; ours is put
 * back on the connection's thread.
 */
final class ThreadedRequestDecoder extends ImapRequestFrameDecoder {
    private final EventExecutor thread;
    private final int longestLine;
    private boolean framing = true;

    ThreadedRequestDecoder(
            ImapDecoder decoder,
            int inMemory,
            int largestLiteral,
            int longestLine,
            EventExecutor thread) {
        super(decoder, inMemory, largestLiteral, longestLine);
        this.thread = thread;
        this.longestLine = longestLine;
    }

    @Override
    public void disableFraming(ChannelHandlerContext context) {
        if (framing) {
            framing = false;
            context.pipeline().remove(NettyConstants.FRAMER);
        }
    }

    @Override
    public void enableFraming(ChannelHandlerContext context) {
        if (!framing) {
            framing = true;
            context.pipeline()
                    .addBefore(
                            thread,
                            ImapEngine.GUARD,
                            NettyConstants.FRAMER,
                            new DeafFramer(context.pipeline(), longestLine));
        }
    }
}

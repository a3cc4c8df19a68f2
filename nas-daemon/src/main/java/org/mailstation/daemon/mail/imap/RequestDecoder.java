package org.mailstation.daemon.mail.imap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imapserver.netty.ImapRequestFrameDecoder;
import org.apache.james.imapserver.netty.NettyConstants;

/**
 * James's reader of IMAP commands. Around a literal it takes the cutter of lines away; ours is put
 * back on the connection's thread.
 */
final class RequestDecoder extends ImapRequestFrameDecoder {
    private final int longestLine;
    private final LineProgress progress;
    private boolean framing = true;

    RequestDecoder(ImapDecoder decoder, int inMemory, int largestLiteral, int longestLine) {
        this(new LineProgress(decoder), inMemory, largestLiteral, longestLine);
    }

    private RequestDecoder(
            LineProgress progress, int inMemory, int largestLiteral, int longestLine) {
        super(progress, inMemory, largestLiteral, longestLine);
        this.longestLine = longestLine;
        this.progress = progress;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
            throws Exception {
        progress.read(in, framing);
        super.decode(context, in, out);
        if (progress.mustAsk()) {
            var _ =
                    context.writeAndFlush(
                            Unpooled.copiedBuffer("+ Ok\r\n", StandardCharsets.US_ASCII));
        }
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
                            ImapEngine.GUARD,
                            NettyConstants.FRAMER,
                            new DeafFramer(context.pipeline(), longestLine));
        }
    }
}
